import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod/mini'
import type { TrialAnswer } from '../../../functions/alerts/rule-trial.ts'
import { at, type Desk, host, openDesk, start } from './controls.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
  const snapshot = await desk.services.settings.snapshot()
  const source = { id: 'src_prom', name: 'Prometheus', kind: 'alertmanager' as const, treatment: {} }
  const settings = { ...snapshot.settings, alertSources: [source] }
  await desk.services.settings.change(snapshot, settings, { by: { kind: 'system' }, now: start })
  desk.moveTo('2026-11-18T12:00:00.000Z')
  await desk.fires('Long ago', 'db1')
  for (const [name, on, time] of [
    ['Disk is full', 'db1', '12:00'],
    ['Fan is loud', 'db1', '12:10'],
    ['CPU is hot', 'web1', '12:20'],
  ] as const) {
    desk.moveTo(at(time, 26))
    await desk.fires(name, on)
  }
  desk.moveTo(start)
})
afterAll(() => desk.stop())

const rule = { kind: 'route', name: 'Databases', when: [host('db1')], treatment: { opens: 'nothing' } }
const tries = async (body: object) => {
  const { status, body: answer } = await desk.aud.post('/alert-rules/try', body)
  return { status, answer: answer as unknown as z.infer<typeof TrialAnswer> }
}

test('a rule is tried on what came in the last seven days, and nothing is stored', async () => {
  const { status, answer } = await tries({ rule })
  expect([status, answer]).toMatchObject([
    200,
    {
      ...{ alerts: 3, isComplete: true, before: { incidents: 3 }, after: { incidents: 1 } },
      rules: [
        { name: 'Databases', alerts: 2, examples: [{ title: 'Disk is full' }, { title: 'Fan is loud' }] },
      ],
      rest: { alerts: 1, alertsBefore: 3 },
    },
  ])
  expect((await desk.services.settings.current()).alertRules).toEqual([])
})

test('the rules in force are tried where none is sent', async () => {
  const { answer } = await tries({})
  expect([answer.rules, answer.before, answer.rest.alerts]).toEqual([[], answer.after, 3])
})

test('a rule that names what is not there is refused at its place', async () => {
  const lost = { ...rule, treatment: { teamId: 'team_gone' } }
  const { status, body } = await desk.aud.post('/alert-rules/try', { rules: [rule, lost], rule: lost })
  expect([status, body.errors.map(({ path }) => path)]).toEqual([
    ...[422, ['rules.1.treatment.teamId', 'rule.treatment.teamId']],
  ])
})

test('is not for requesters', async () => {
  expect((await desk.riley.post('/alert-rules/try', {})).status).toBe(403)
})
