import type { FormFields } from './form.ts'
import type { Played, Simulation } from './notify-contract.ts'
import type { Thing } from './set-up/blueprint.ts'
import { priorities } from './set-up/priorities.ts'
import { type Bent, instantOf, nextSunday } from './wall-clock.ts'

/** What somebody wants to try: an incident of a priority at a time of some wall clock. */
export type Asked = {
  priority: string
  date: string
  time: string
  zone: string
  teamId: string
  /** Minutes until somebody acknowledges; empty if nobody does. */
  acknowledged: string
}

/** The hour at which everything is hardest, until somebody asks for another. */
export function askedFirst(policy: Thing, now: Date): Asked {
  const covered = Array.isArray(policy.priorities) ? policy.priorities : []
  const zone = 'Europe/Berlin'
  return {
    priority: priorities.find((priority) => covered.includes(priority)) ?? 'P1',
    date: nextSunday(now, zone),
    time: '02:30',
    zone,
    teamId: '',
    acknowledged: '',
  }
}

export const askedIn = (form: FormFields): Asked => ({
  priority: form.oneOf('try.priority', priorities) ?? 'P1',
  date: form.text('try.date'),
  time: form.text('try.time'),
  zone: form.text('try.zone'),
  teamId: form.text('try.teamId'),
  acknowledged: form.text('try.acknowledged'),
})

/** What the API is asked; `but` if a clock change bent the time. */
type Case = { at: string; but?: Bent; body: Thing; acknowledgedAt?: string }
/** Which sentence stands beside a field that cannot be read. */
type Lacks = { date?: 'needWhen'; acknowledged?: 'needMinutes' }

export function caseOf(
  asked: Asked,
): { sample: Case; lacks?: undefined } | { sample?: undefined; lacks: Lacks } {
  const when = instantOf(asked.date, asked.time, asked.zone)
  const isReadable = asked.acknowledged === '' || /^\d{1,5}$/.test(asked.acknowledged)
  if (!when || !isReadable)
    return {
      lacks: { ...(!when && { date: 'needWhen' }), ...(!isReadable && { acknowledged: 'needMinutes' }) },
    }
  const { at } = when
  const acknowledged = asked.acknowledged !== '' && {
    acknowledgedAt: new Date(Date.parse(at) + Number(asked.acknowledged) * 60_000).toISOString(),
  }
  return {
    sample: {
      ...when,
      ...acknowledged,
      body: { priority: asked.priority, at, ...(asked.teamId && { teamId: asked.teamId }), ...acknowledged },
    },
  }
}

export type Line =
  | { kind: 'reported' | 'acknowledged' | 'resumes'; at: string }
  | { kind: 'step' | 'skipped'; at: string; played: Played }

type Run = { simulation: Simulation; at: string; acknowledgedAt?: string }

/** Everything in the order of time; what was passed over at the same moment keeps its place. */
export function linesOf({ simulation: { items, resumesAt }, at, acknowledgedAt }: Run): Line[] {
  const lines: Line[] = [
    { kind: 'reported', at },
    ...(acknowledgedAt ? [{ kind: 'acknowledged' as const, at: acknowledgedAt }] : []),
    ...items.flatMap((played): Line[] =>
      played.kind === 'exhausted' ? [] : [{ kind: played.kind, at: played.at, played }],
    ),
    ...(resumesAt ? [{ kind: 'resumes' as const, at: resumesAt }] : []),
  ]
  return lines.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** Whether the paging ends with nobody having answered. */
export const endsUnanswered = ({ items }: Simulation): boolean =>
  items.some(({ kind }) => kind === 'exhausted')
export const tellsNobody = ({ items }: Simulation): boolean =>
  items.every(({ people }) => people.length === 0)
