import { describe, expect, test } from 'vitest'
import { nextOnCall, onCallAt, successorOf } from '../../../functions/oncall/duty.ts'
import type { Override } from '../../../functions/oncall/override.ts'
import type { Schedule } from '../../../functions/oncall/schedule.ts'
import { layer, override, schedule, told, workdays } from './fixture.ts'

const weekly = schedule('Europe/Berlin', [layer(['ana', 'dana'])])
const alone = schedule('Europe/Berlin', [layer(['chen'])])
const office = schedule('Europe/Berlin', [
  layer(['ana'], { restrictions: [{ weekdays: workdays, from: '09:00', to: '17:00' }] }),
])
const at = '2026-07-10T12:00:00Z'

describe('onCallAt', () => {
  test('names who it is, for the whole of their shift', () => {
    expect(onCallAt(weekly, [], at)).toEqual({
      ...{ from: '2026-07-06T07:00:00.000Z', to: '2026-07-13T07:00:00.000Z' },
      ...{ person: { id: 'ana', name: 'ana' }, layerId: 'layer_1' },
    })
  })

  test('counts the beginning of a shift as in it, and the end as not', () => {
    expect(onCallAt(weekly, [], '2026-07-06T07:00:00Z')?.person.id).toBe('ana')
    expect(onCallAt(weekly, [], '2026-07-06T06:59:59.999Z')?.person.id).toBe('dana')
  })

  test('names the override that decides', () => {
    const tonight = override('ben', '2026-07-10T11:00:00Z', '2026-07-10T13:00:00.000Z')
    expect(onCallAt(weekly, [tonight], at)).toMatchObject({ overrideId: 'ovr_ben', to: tonight.to })
  })

  test('answers nobody in a gap, before the beginning and after the end', () => {
    expect(onCallAt(office, [], '2026-07-10T17:00:00Z')).toBeUndefined()
    expect(onCallAt(weekly, [], '2026-01-01T00:00:00Z')).toBeUndefined()
    const ended = schedule('UTC', [layer(['ana'], { endsOn: '2026-07-01' })])
    expect(onCallAt(ended, [], at)).toBeUndefined()
    expect(nextOnCall(ended, [], at)).toBeUndefined()
  })

  test('finds the ends of a shift of many weeks', () => {
    const long = schedule('UTC', [layer(['ana', 'ben'], { rotation: { every: 30, unit: 'weeks' } })])
    expect(told([onCallAt(long, [], at), nextOnCall(long, [], at)].flatMap((one) => one ?? []))).toEqual([
      'ana 01-05T09:00 08-03T09:00',
      'ben 08-03T09:00 03-01T09:00',
    ])
  })
})

describe('nextOnCall', () => {
  test('is the next shift with somebody else', () => {
    expect(nextOnCall(weekly, [], at)).toMatchObject({
      person: { id: 'dana' },
      to: '2026-07-20T07:00:00.000Z',
    })
  })

  test('is the same person after a gap', () => {
    expect(told([nextOnCall(office, [], at)].flatMap((one) => one ?? []))).toEqual([
      'ana 07-13T07:00 07-13T15:00',
    ])
  })

  test('is the same person from the next handover on where one person is on call for good', () => {
    expect(told([nextOnCall(alone, [], at)].flatMap((one) => one ?? []))).toEqual([
      'chen 07-13T07:00 07-20T07:00',
    ])
  })

  test('of one person is not looked for in all the days in which nobody else comes', () => {
    const hourly = layer(['chen'], { rotation: { every: 1, unit: 'hours' } })
    const former = layer(['ana'], { endsOn: '2026-03-02' })
    const rota = schedule('UTC', [former, hourly])
    let looks = 0
    const watched = {
      ...rota,
      get zone() {
        looks += 1
        return rota.zone
      },
    }
    expect(nextOnCall(watched, [], at)?.from).toBe('2026-07-10T13:00:00.000Z')
    // Once for each layer of the only stretch of time that is looked at.
    expect(looks).toBe(2)
  })

  test('is the first one to come where nobody is on call now', () => {
    expect(nextOnCall(office, [], '2026-07-11T12:00:00Z')?.from).toBe('2026-07-13T07:00:00.000Z')
  })
})

describe('successorOf', () => {
  const names = (rota: Schedule, overrides: Override[] = []) => successorOf(rota, overrides, at)?.id

  test('is the next other person, also where the same person has the shifts before', () => {
    const restrictions = [{ weekdays: workdays, from: '09:00', to: '17:00' }]
    expect(names(schedule('UTC', [layer(['ana', 'dana'], { restrictions })]))).toBe('dana')
    const thursday = schedule('UTC', [layer(['ana', 'dana'], { restrictions, startsOn: '2026-01-07' })])
    expect(nextOnCall(thursday, [], at)?.person.id).toBe('ana')
    expect(names(thursday)).toBe('dana')
  })

  test('is the same person where there is nobody else, even when it is their last turn', () => {
    expect(names(alone)).toBe('chen')
    expect(names(office)).toBe('ana')
    expect(names(schedule('UTC', [layer(['chen'], { endsOn: '2026-07-13' })]))).toBe('chen')
  })

  test('is who stands in later', () => {
    const later = override('ben', '2026-07-12T11:00:00.000Z', '2026-07-12T13:00:00.000Z')
    expect(names(alone, [later])).toBe('ben')
    expect(names(alone, [{ ...later, scheduleId: 'sch_other' }])).toBe('chen')
  })

  test('is nobody where nobody comes any more', () => {
    expect(names(schedule('UTC', [layer(['ana'], { endsOn: '2026-07-01' })]))).toBeUndefined()
  })
})
