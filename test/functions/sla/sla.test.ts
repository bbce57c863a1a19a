import { describe, expect, test } from 'vitest'
import { headItem, incidentFrom } from '../../../functions/incidents/head-item.ts'
import { explained, readingOf } from '../../../functions/sla/readings.ts'
import { slaOf } from '../../../functions/sla/slice.ts'
import { at, Life, policy, settings } from './life.ts'

const dues = ({ incident }: Life) => [slaOf(incident)?.response?.dueAt, slaOf(incident)?.resolution?.dueAt]
const read = (life: Life, name: 'response' | 'resolution', wall: string) =>
  readingOf(life.incident, name, { now: at(wall), settings: life.settings })

describe('the example, reckoned by hand', () => {
  test('reported on Friday 16:50 as P3: answered by Tuesday 13:50, solved by Friday 11:50', () => {
    const life = new Life('27 16:50', 'P3')
    // Response 240: 10 on Friday, none on the holiday, 180 on Tuesday morning, 50 in the afternoon.
    // Resolution 1440: 10 on Friday, 420 each on Tuesday, Wednesday and Thursday, 170 on Friday morning.
    expect(dues(life)).toEqual([at('01 13:50'), at('04 11:50')])
    // Half of the response, 120: 10 on Friday, 110 on Tuesday.
    expect(life.incident.timers.sla).toBe(at('01 10:50'))
    expect(life.incident.row?.clock).toEqual({ name: 'response', state: 'on_track', dueAt: at('01 13:50') })
  })

  test('held over the weekend: 5 minutes on Friday and 60 on Tuesday come on top', () => {
    const life = new Life('27 16:50', 'P3')
    life.hold('27 16:55')
    expect(life.incident.timers.sla).toBeUndefined()
    expect(life.incident.row?.clock).toEqual({ name: 'resolution', state: 'paused' })
    expect(read(life, 'response', '28 12:00')).toMatchObject({ state: 'met', metAt: at('27 16:55') })
    expect(read(life, 'resolution', '28 12:00')).toMatchObject({
      state: 'paused',
      remainingSeconds: (1440 - 5) * 60,
    })
    expect(life.answer('01 10:00').state).toBe('in_progress')
    expect(dues(life)).toEqual([at('01 13:50'), at('04 13:55')])
    expect(life.incident.row?.clock).toEqual({ name: 'resolution', state: 'on_track', dueAt: at('04 13:55') })
  })

  test('raised to P1 three hours later: from the original start, with the pause kept', () => {
    const life = new Life('27 16:50', 'P3')
    life.hold('27 16:55')
    life.answer('01 10:00')
    life.raise('01 13:00', 'P1')
    // 240 round the clock: 5 before the hold, 235 from 10:00 on; 185 are gone, 77 %.
    expect(dues(life)).toEqual([at('01 13:50'), at('01 13:55')])
    expect(life.told).toEqual(['sla.warned resolution 75'])
    expect(life.incident.row?.clock?.state).toBe('at_risk')
    expect(life.incident.timers.sla).toBe(at('01 13:55'))
    life.wake('01 13:55')
    expect(life.told.slice(1)).toEqual(['sla.breached resolution 100'])
    expect(life.incident.timers.sla).toBeUndefined()
    expect(life.incident.row?.clock).toEqual({ name: 'resolution', state: 'breached', dueAt: at('01 13:55') })
  })

  test('raised to P1 on the evening, never answered: the response is broken at once, and told once', () => {
    const life = new Life('27 16:50', 'P3')
    life.raise('27 19:50', 'P1')
    expect(dues(life)).toEqual([at('27 17:05'), at('27 20:50')])
    expect(life.told).toEqual(['sla.breached response 100', 'sla.warned resolution 75'])
    life.edit('27 19:55', { title: 'Another title' })
    life.wake('27 20:00')
    expect(life.told).toHaveLength(2)
    life.acknowledge('27 20:00')
    expect(read(life, 'response', '27 20:00')).toMatchObject({
      ...{ state: 'breached', metAt: at('27 20:00'), breachedAt: at('27 17:05') },
    })
  })

  test('every minute of it is explained', () => {
    const life = new Life('27 16:50', 'P3')
    life.hold('27 16:55')
    life.answer('01 10:00')
    const lines = explained(life.incident, 'resolution', { now: at('01 10:00'), settings })
    expect(lines).toMatchObject({
      calendar: { id: 'cal_split' },
      policy: { name: 'Standard' },
      targetMinutes: 1440,
    })
    expect(
      lines?.segments.slice(0, 4).map(({ from, countedSeconds, why }) => [from, countedSeconds / 60, why]),
    ).toEqual([
      [at('27 16:50'), 5, 'counted'],
      [at('27 16:55'), 0, 'paused'],
      [at('01 10:00'), 120, 'counted'],
      [at('01 12:00'), 0, 'out_of_hours'],
    ])
    expect(lines?.segments.at(-1)?.to).toBe(at('04 13:55'))
    const plain = explained(new Life('27 16:50', 'P3').incident, 'response', {
      now: at('27 16:51'),
      settings,
    })
    expect(plain?.segments.find(({ why }) => why === 'holiday')).toMatchObject({
      ...{ from: at('30 00:00'), to: at('01 00:00'), detail: 'Founders’ day' },
    })
  })
})

describe('warnings', () => {
  test('come at 50, 75 and 100 percent, each once', () => {
    const life = new Life('27 09:00', 'P1')
    life.acknowledge('27 09:01')
    for (const wall of ['27 10:59', '27 11:00', '27 11:00', '27 12:00', '27 12:30', '27 13:00', '27 14:00'])
      life.wake(wall)
    expect(life.told).toEqual([
      'sla.warned resolution 50',
      'sla.warned resolution 75',
      'sla.breached resolution 100',
    ])
  })

  test('that come late fold into the highest', () => {
    const life = new Life('27 09:00', 'P1')
    life.wake('27 20:00')
    expect(life.told).toEqual(['sla.breached response 100', 'sla.breached resolution 100'])
    expect(life.incident.timers.sla).toBeUndefined()
  })

  test('at risk is shown at 75 percent also where nobody wants to hear of it', () => {
    const quiet = { ...settings, slaPolicies: [{ ...policy, warnAtPercent: [] }] }
    const life = new Life('27 09:00', 'P1', quiet)
    life.acknowledge('27 09:01')
    expect(life.incident.timers.sla).toBe(at('27 12:00'))
    life.wake('27 12:00')
    expect([life.told, life.incident.row?.clock?.state]).toEqual([[], 'at_risk'])
    life.wake('27 13:00')
    expect(life.told).toEqual(['sla.breached resolution 100'])
  })

  test('of a lower priority come anew', () => {
    const life = new Life('27 09:00', 'P1')
    life.acknowledge('27 09:01')
    life.wake('27 13:00')
    life.raise('27 13:30', 'P3')
    expect(read(life, 'resolution', '27 13:30')?.state).toBe('on_track')
    life.wake('02 17:00')
    // 420 on Friday, 420 on Tuesday, 420 on Wednesday: 1260 of 1440.
    expect(life.told).toEqual(['sla.breached resolution 100', 'sla.warned resolution 75'])
  })

  test('follow a calendar that was changed meanwhile', () => {
    const life = new Life('27 16:50', 'P3')
    life.settings = { ...settings, calendars: settings.calendars.map((one) => ({ ...one, holidays: [] })) }
    life.wake('01 10:50')
    expect(life.told).toEqual(['sla.breached response 100'])
  })
})

describe('the end of a clock', () => {
  test('in time is met, also at the very instant of its deadline', () => {
    const life = new Life('27 09:00', 'P1')
    life.acknowledge('27 09:15')
    life.resolve('27 13:00')
    expect([read(life, 'response', '27 14:00')?.state, read(life, 'resolution', '27 14:00')?.state]).toEqual([
      'met',
      'met',
    ])
    expect(life.told.filter((told) => told.startsWith('sla.breached'))).toEqual([])
    expect([life.incident.timers.sla, life.incident.row]).toEqual([undefined, undefined])
  })

  test('too late stays broken', () => {
    const life = new Life('27 09:00', 'P1')
    life.resolve('27 13:30')
    expect(read(life, 'resolution', '28 14:00')).toMatchObject({
      state: 'breached',
      metAt: at('27 13:30'),
      dueAt: at('27 13:00'),
    })
    expect(life.told).toEqual(['sla.breached response 100', 'sla.breached resolution 100'])
  })

  test('stays as it was when the priority changes later', () => {
    const life = new Life('27 09:00', 'P3')
    life.acknowledge('27 11:00')
    life.raise('27 11:30', 'P1')
    expect(read(life, 'response', '27 11:30')).toMatchObject({ state: 'met', targetMinutes: 240 })
    const { calendar, segments } =
      explained(life.incident, 'response', { now: at('27 11:30'), settings }) ?? {}
    expect([calendar?.id, segments?.map(({ countedSeconds }) => countedSeconds)]).toEqual([
      'cal_split',
      [7200],
    ])
  })

  test('is taken back by a reopening; the time in which it was solved counts as a pause', () => {
    const life = new Life('27 09:00', 'P1')
    life.acknowledge('27 09:05')
    life.resolve('27 10:00')
    life.move('27 12:00', { to: 'in_progress', comment: 'It is back.' })
    expect(dues(life)[1]).toBe(at('27 15:00'))
    expect(read(life, 'response', '27 12:00')).toMatchObject({ state: 'met', metAt: at('27 09:05') })
    const { segments } = explained(life.incident, 'resolution', { now: at('27 12:00'), settings }) ?? {}
    expect(segments?.map(({ why, detail }) => detail ?? why)).toEqual(['counted', 'resolved', 'counted'])
  })

  test('by cancelling leaves what was promised open, and keeps what was kept', () => {
    const life = new Life('27 09:00', 'P1')
    life.acknowledge('27 09:05')
    life.move('27 10:00', { to: 'canceled' })
    expect(read(life, 'resolution', '27 10:00')).toBeUndefined()
    expect(read(life, 'response', '27 10:00')?.state).toBe('met')
    expect(life.incident.timers.sla).toBeUndefined()
  })
})

describe('what is promised', () => {
  test('only some holds pause, and none of them the response', () => {
    const life = new Life('27 09:00', 'P1')
    life.hold('27 10:00', 'awaiting_change')
    expect(read(life, 'resolution', '27 10:00')).toMatchObject({ state: 'on_track', dueAt: at('27 13:00') })
  })

  test('nothing where no target is set, though pauses are kept for the day there is one', () => {
    const life = new Life('27 09:00', 'P2')
    expect([slaOf(life.incident), life.incident.timers.sla]).toEqual([undefined, undefined])
    life.hold('27 10:00')
    life.answer('27 11:00')
    life.raise('27 11:30', 'P1')
    expect(dues(life)[1]).toBe(at('27 14:00'))
  })

  test('by the first policy that fits service and organisation', () => {
    const gold = { ...policy, id: 'gold', organisationIds: ['org_gold'], serviceIds: ['svc_vpn'] }
    const both = { ...settings, slaPolicies: [gold, policy] }
    const life = new Life('27 09:00', 'P1', both)
    expect(slaOf(life.incident)?.resolution?.policyId).toBe('sla_default')
    life.incident = {
      ...life.incident,
      requester: { ...life.incident.requester, organisationId: 'org_gold' },
    }
    life.edit('27 09:10', { serviceId: 'svc_vpn' })
    expect(slaOf(life.incident)?.resolution?.policyId).toBe('gold')
  })

  test('fits beside everything else into a head of a kilobyte, and comes back as it was', () => {
    const life = new Life('27 16:50', 'P3')
    for (const day of ['01', '02', '03']) {
      life.hold(`${day} 10:00`)
      life.answer(`${day} 11:00`)
    }
    const item = headItem(life.incident)
    expect(incidentFrom(item).slices).toEqual(life.incident.slices)
    expect(JSON.stringify({ ...item, rest: '' }).length + (item.rest as Buffer).length).toBeLessThan(1024)
  })
})
