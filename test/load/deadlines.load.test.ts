import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { note } from '../bench/figures.ts'
import { eventually } from '../support/deadline.ts'
import { type Incident, later, move, resolution, timelineOf } from '../support/incidents.ts'
import { api, control } from '../support/product.ts'
import {
  accepted,
  afterKills,
  atRest,
  dueAfter,
  dueAtOnce,
  dueBy,
  isFull,
  lastReported,
  MINUTE,
  pages,
  pagesOfStep,
  random,
  reportMany,
  seed,
} from './desk.ts'

const HOUR_MS = 3_600_000
/** All due in the same minute. */
const burst = isFull ? 1_000 : 334
/** At full scale these make 10,000 timers together with those of the burst. */
const more = isFull ? 2_400 : 0
const acknowledged = 20
/** Minutes after the last report at which what is due comes due at once, and the worker is killed. */
const rounds = isFull ? [6, 16, 31] : [16, 31]
/** Kills at random in each round, besides those at the failpoints. */
const randomKills = isFull ? 4 : 1

/** A killed worker is back within seconds, but what it was at is out of sight of the next one for a while. */
const patience = { seconds: isFull ? 1_500 : 300 }

/** A page takes no longer than its function may; who died after a send had begun it within this. */
const ambiguousMs = 12_000

let incidents: Incident[] = []
let inTime: Incident[] = []
const figures: Record<string, number> = { burst }
const idsOf = (some: readonly Incident[]) => new Set(some.map(({ id }) => id))

beforeAll(async () => {
  console.log(`seed ${seed}`)
  const began = performance.now()
  incidents = await reportMany(burst)
  figures.reportedPerSecond = burst / ((performance.now() - began) / 1000)
  inTime = await reportMany(acknowledged)
  for (const { id } of inTime) {
    await api('ben').act(`/incidents/${id}`, 'acknowledge')
    await move(id, 'ana', resolution)
  }
  await atRest()
}, 3_600_000)

afterAll(() => note('timers', figures))

describe(`${burst} deadlines in the same minute`, () => {
  test('all wait in an execution that is open for less than an hour', async () => {
    const mine = idsOf(incidents)
    const waiting = (await control.executions()).filter(({ subjectId }) => mine.has(subjectId))
    expect(waiting).toHaveLength(burst)
    for (const { dueAt, startedAt } of waiting)
      expect(Date.parse(dueAt) - Date.parse(startedAt)).toBeLessThanOrEqual(HOUR_MS)
  })

  test('all fire within that minute', async () => {
    const before = await accepted()
    await dueAtOnce(later(lastReported(incidents), dueAfter[0]))
    const began = performance.now()
    const mine = idsOf(incidents)
    const sent = await eventually(
      async () => {
        if ((await accepted()) < before + burst) return undefined
        const found = await pagesOfStep(1, mine)
        return new Set(found.map(({ incident }) => incident)).size === burst ? found : undefined
      },
      { seconds: 150, what: `${burst} pages` },
    )
    const seconds = (performance.now() - began) / 1000
    figures.burstSeconds = seconds
    console.log(`${burst} deadlines at once: paged within ${seconds.toFixed(1)} s`)
    expect(new Set(sent.map(({ key }) => key)).size).toBe(sent.length)
    expect(seconds).toBeLessThan(MINUTE)
  }, 180_000)
})

/** Kills the worker once so many more pages are out. */
async function killAfter(count: number): Promise<void> {
  const before = await accepted()
  await eventually(async () => (await accepted()) >= before + count, {
    ...patience,
    what: `${count} more pages`,
  })
  await control.kill('worker')
}

const struck = (name: 'after-commit-before-publish' | 'after-send-before-mark') =>
  eventually(async () => (await control.failpoints()).every((one) => one.name !== name || one.times === 0), {
    ...patience,
    what: `the worker to die ${name}`,
  })

describe('killing the worker at both failpoints and at random while timers fire', () => {
  const killedAt: number[] = []
  const noteKill = async (kill: Promise<unknown>) => {
    await kill
    killedAt.push(Date.now())
  }

  test('loses none, fires none early, and repeats only what was on its way when it died', async () => {
    incidents.push(...(more > 0 ? await reportMany(more) : []))
    await atRest()
    const last = lastReported(incidents)
    for (const minutes of rounds) {
      await control.stop('worker')
      await control.setClock(later(last, minutes * MINUTE))
      for (const name of ['after-commit-before-publish', 'after-send-before-mark'] as const) {
        await control.failpoint(name, 1)
        await control.start('worker')
        await noteKill(struck(name))
      }
      await control.start('worker')
      for (let kill = 0; kill < randomKills; kill++) {
        await noteKill(killAfter(20 + Math.floor(random() * (burst / (randomKills + 1)))))
        await control.start('worker')
      }
      await atRest()
      await afterKills()
    }

    const mine = idsOf(incidents)
    const sent = (await pages()).filter(({ incident }) => mine.has(incident))
    const { now } = await control.clock()
    expect([...new Set(sent.map(({ incident, step }) => `${incident} ${step}`))].sort()).toEqual(
      dueBy(incidents, now).sort(),
    )
    const reportedAt = new Map(incidents.map(({ id, createdAt }) => [id, createdAt]))
    for (const { incident, step, at, key } of sent)
      expect(at >= later(reportedAt.get(incident) ?? '', dueAfter[step - 1] ?? 0), `${key} at ${at}`).toBe(
        true,
      )

    const twice = [...Map.groupBy(sent, ({ key }) => key).values()].filter(({ length }) => length > 1)
    Object.assign(figures, { pages: sent.length, kills: killedAt.length, twice: twice.length })
    console.log(`${sent.length} pages, ${killedAt.length} kills, ${twice.length} sent twice`)
    for (const copies of twice) {
      const [first = 0] = copies.map(({ receivedAt }) => receivedAt).sort((a, b) => a - b)
      const isAmbiguous = killedAt.some((killed) => Math.abs(killed - first) < ambiguousMs)
      expect([copies.length, isAmbiguous], copies[0]?.key).toEqual([2, true])
    }
  }, 7_200_000)

  test('leaves each step in the timeline once, and pages nobody for what was acknowledged in time', async () => {
    const sample = incidents.filter((_, index) => index % Math.ceil(incidents.length / 100) === 0)
    const { now } = await control.clock()
    const quiet = idsOf(inTime)
    expect((await pages()).filter(({ incident }) => quiet.has(incident))).toEqual([])
    for (const incident of sample) {
      const steps = (await timelineOf(incident.id)).filter(({ type }) => type === 'escalation.step')
      expect(steps.map(({ after }) => `${incident.id} ${after?.step}`)).toEqual(dueBy([incident], now))
    }
  }, 120_000)
})

describe('what Step Functions costs', () => {
  test('is two transitions for an incident acknowledged in time, three at most for a step sent', async () => {
    const executions = await control.allExecutions()
    const perIncident = Map.groupBy(executions, ({ subjectId }) => subjectId)
    const transitionsOf = ({ id }: Incident) =>
      (perIncident.get(id) ?? []).reduce((sum, { transitions }) => sum + transitions, 0)
    figures.inTime = Math.max(...inTime.map(transitionsOf))
    expect(figures.inTime).toBeLessThanOrEqual(2)

    const sent = new Set((await pages()).map(({ incident, step }) => `${incident} ${step}`)).size
    const waiting = executions.filter(({ status }) => status === 'RUNNING').length
    const spent = incidents.reduce((sum, incident) => sum + transitionsOf(incident), 0)
    Object.assign(figures, { transitions: spent - waiting, steps: sent })
    console.log(`${spent} transitions for ${sent} steps sent, with ${waiting} still waiting`)
    expect((spent - waiting) / sent).toBeLessThanOrEqual(3)
    for (const { name, dueAt, startedAt } of executions)
      expect(Date.parse(dueAt) - Date.parse(startedAt), name).toBeLessThanOrEqual(HOUR_MS)
  })
})
