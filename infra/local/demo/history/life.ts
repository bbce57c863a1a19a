import { MINUTE, working } from './arrivals.ts'
import type { Template } from './catalogue.ts'
import type { Deed } from './deed.ts'
import { medians, type Weighed } from './degrees.ts'
import type { Random } from './random.ts'
import { filled } from './slots.ts'
import { talk } from './talk.ts'

const levels = ['L1', 'L2', 'L3'] as const
type Level = (typeof levels)[number]
const teamIds = { L1: 'team_service_desk', L2: 'team_infrastructure', L3: 'team_database' }
const workers: Record<Level, readonly string[]> = {
  L1: ['ana', 'ana', 'ana', 'dana'],
  L2: ['ben'],
  L3: ['chen'],
}

/** How often each level is the one that solves it, by who usually does. */
const solvers: Record<Level, readonly (readonly [Level, number])[]> = {
  L1: [
    ['L1', 86],
    ['L2', 12],
    ['L3', 2],
  ],
  L2: [
    ['L1', 28],
    ['L2', 68],
    ['L3', 4],
  ],
  L3: [
    ['L1', 15],
    ['L2', 25],
    ['L3', 60],
  ],
}
const codes = [
  ['fixed', 62],
  ['workaround', 14],
  ['advised', 17],
  ['self_solved', 3],
  ['not_reproducible', 4],
] as const

type Beginning = {
  template: Template
  weighed: Weighed
  at: number
  requesterId: string
  /** What the agent records, when the report says something else. */
  correction: Record<string, string>
}

/** What people do with an incident from the first look to the rating. */
export function lifeOf(
  { template, weighed, at, requesterId, correction }: Beginning,
  random: Random,
): Deed[] {
  const { language } = template
  const say = talk[language]
  const { seen, solved } = medians[weighed.priority]
  const isPaged = weighed.priority === 'P1' || weighed.priority === 'P2'
  const deeds: Deed[] = []
  let now = at
  /** Lets time pass; only what pages people goes on at night. */
  const wait = (minutes: number) => {
    now += Math.max(1, Math.round(minutes)) * MINUTE
    if (!isPaged) now = working(now, random)
  }
  const does = (by: string, action: Deed['do'], input: Deed['with'] = {}) =>
    deeds.push({
      at: new Date(now).toISOString(),
      by,
      as: by === requesterId ? 'requester' : 'worker',
      do: action,
      with: input,
    })
  const says = (by: string, body: string, visibility: 'public' | 'internal') =>
    does(by, 'comment', { body, visibility })

  const solver = random.weighted(solvers[template.level ?? 'L1'])
  let worker = random.one(workers.L1)

  if (random.chance(0.03)) {
    wait(random.spread(25))
    does(requesterId, 'move', { to: 'canceled', reason: random.one(say.withdrawn) })
    return deeds
  }
  wait(isPaged ? Math.min(random.spread(seen), 4.5) : random.spread(seen))
  if (isPaged || random.chance(0.15)) {
    does(worker, 'acknowledge')
    wait(random.between(1, 9))
  }
  does(worker, 'edit', { assigneeId: worker, ...correction })
  if (random.chance(0.45)) says(worker, random.one(say.seen), 'public')
  if (random.chance(0.3)) {
    wait(random.spread(12))
    says(worker, random.one(say.internal), 'internal')
  }

  for (const level of levels.slice(1, levels.indexOf(solver) + 1)) {
    wait(random.spread(solved / 6))
    // Not everything climbs each step.
    if (level !== solver && random.chance(0.5)) continue
    does(worker, 'escalate', { teamId: teamIds[level], summary: random.one(say.handed) })
    worker = random.one(workers[level])
    wait(random.spread(seen))
    does(worker, 'edit', { assigneeId: worker })
  }

  const work = random.spread(solved)
  wait(work / 2)
  const interlude = random.number()
  if (interlude < 0.2) {
    does(worker, 'move', { to: 'on_hold', reason: 'awaiting_requester', comment: random.one(say.ask) })
    wait(random.spread(180))
    says(requesterId, random.one(say.answer), 'public')
  } else if (interlude < 0.24) {
    const reason = random.one(['awaiting_vendor', 'awaiting_change', 'awaiting_problem'])
    does(worker, 'move', { to: 'on_hold', reason, comment: random.one(say.vendor) })
    wait(random.spread(1400))
    does(worker, 'move', { to: 'in_progress' })
  } else if (interlude < 0.4) {
    says(requesterId, random.one(say.answer), 'public')
  }
  wait(work / 2)
  if (random.chance(0.025)) {
    does(worker, 'move', { to: 'canceled', reason: random.one(say.withdrawn) })
    return deeds
  }

  const resolve = (resolutionCode: string) => {
    const notes = filled(random.one(template.fixes), language, random)
    does(worker, 'move', { to: 'resolved', resolutionCode, notes })
  }
  const code = random.weighted(codes)
  resolve(code)
  const isReopened = random.chance(0.037)
  if (isReopened) {
    wait(random.spread(300))
    does(requesterId, 'move', { to: 'in_progress', comment: random.one(say.reopened) })
    wait(random.spread(solved / 2))
    resolve('fixed')
  }

  // Who helped themselves is not asked.
  const isRated = random.chance(0.4) && (isReopened || code !== 'self_solved')
  const rating = random.weighted([
    [5, 48],
    [4, 29],
    [3, 12],
    [2, 7],
    [1, isReopened ? 30 : 4],
  ] as const)
  if (random.chance(0.32)) {
    wait(random.between(5, 55))
    does(requesterId, 'move', { to: 'closed', comment: random.one(say.confirmed) })
  }
  if (isRated) {
    // The question comes an hour after the resolution.
    const asked = Date.parse(deeds.findLast((deed) => deed.with.to === 'resolved')?.at ?? '') + 61 * MINUTE
    now = Math.max(now, asked) + Math.round(random.spread(120)) * MINUTE
    const words = rating <= 2 ? 0.8 : rating === 5 ? 0.2 : 0
    const comment = random.chance(words) ? random.one(rating <= 2 ? say.low : say.high) : undefined
    does(requesterId, 'rate', { rating, ...(comment && { comment }) })
  }
  return deeds
}
