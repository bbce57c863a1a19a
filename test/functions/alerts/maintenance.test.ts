import { describe, expect, test } from 'vitest'
import {
  editedMaintenance,
  endedMaintenance,
  type Maintenance,
  type MaintenanceRequest,
  maintainingOf,
  maintenance,
  removedMaintenance,
  stateOfMaintenance,
  turnOfMaintenance,
  wokenMaintenance,
} from '../../../functions/alerts/maintenance.ts'
import type { Recurring } from '../../../functions/alerts/maintenance-windows.ts'
import { Refusal } from '../../../functions/runtime/refusal.ts'

/** A Friday. */
const now = '2026-11-27T12:00:00.000Z'
const at = (time: string, day = 27) => `2026-11-${day}T${time}:00.000Z`
const host = { label: 'host', op: 'is', value: 'db1' } as const
const owner = { id: 'ana', name: 'Ana' }
const once = { startsAt: at('14:00'), endsAt: at('16:00') }
const nightly: Recurring = {
  ...{ zone: 'UTC', weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '22:00', to: '02:00' },
  startsOn: '2026-11-27',
}
const change = (more: Partial<MaintenanceRequest>) =>
  maintenance(
    { title: 'Database move', serviceIds: ['svc_erp'], matchers: [], ...more },
    { id: 'mnt_1', owner, now },
  )
const make = (more: Partial<MaintenanceRequest> = once) => change(more).after
const typesOf = (found?: { events: readonly { type: string }[] }) => found?.events.map(({ type }) => type)
const woken = (one: Maintenance, instant: string) => {
  const found = wokenMaintenance(one, instant)
  if (!found) throw new Error('Nothing was due.')
  return found
}
const placesOf = (act: () => unknown) => {
  try {
    act()
    return 'nothing'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.extras.errors?.map(({ path }) => path) ?? error.code
  }
}

describe('a maintenance', () => {
  test.each([
    ['no time', {}, ['startsAt']],
    ['no end', { startsAt: at('14:00') }, ['startsAt']],
    ['two kinds of time', { ...once, recurring: nightly }, ['startsAt']],
    ['an end that is past', { startsAt: at('10:00'), endsAt: at('11:00') }, ['endsAt']],
    ['an end before its beginning', { startsAt: at('14:00'), endsAt: at('13:00') }, ['endsAt']],
    ['more than 90 days', { startsAt: at('14:00'), endsAt: '2027-03-01T00:00:00Z' }, ['endsAt']],
    ['no services', { ...once, serviceIds: [] }, ['serviceIds']],
    [
      'nearly everything',
      { ...once, serviceIds: [], matchers: [{ ...host, op: 'is_not' as const }] },
      ['serviceIds'],
    ],
    ['a window that never ends', { recurring: { ...nightly, to: '22:00' } }, ['recurring.to']],
    ['no window to come', { recurring: { ...nightly, endsOn: '2026-11-26' } }, ['recurring.endsOn']],
  ] as const)('with %s is refused', (_, more, places) => {
    expect(placesOf(() => change(more as Partial<MaintenanceRequest>))).toEqual(places)
  })

  test('of certain alerts instead of services is allowed', () => {
    expect(make({ ...once, serviceIds: [], matchers: [host] }).matchers).toEqual([host])
  })

  test('says its beginning and its end, each once, and is over then', () => {
    const made = change(once)
    expect([typesOf(made), turnOfMaintenance(made.after)?.dueAt]).toEqual([[], at('14:00')])
    const begun = woken(made.after, at('14:00'))
    expect([typesOf(begun), turnOfMaintenance(begun.after)?.dueAt]).toEqual([
      ['maintenance.started'],
      at('16:00'),
    ])
    expect(wokenMaintenance(begun.after, at('15:00'))).toBeUndefined()
    const over = woken(begun.after, at('16:00'))
    expect(typesOf(over)).toEqual(['maintenance.ended'])
    expect([turnOfMaintenance(over.after), over.after.endedAt]).toEqual([undefined, at('16:00')])
  })

  test('that runs as soon as it is made says so with the same write', () => {
    expect(typesOf(change({ startsAt: at('10:00'), endsAt: at('16:00') }))).toEqual(['maintenance.started'])
  })

  test('whose window went by unseen says its end, so that what it held goes on', () => {
    expect(typesOf(woken(make(), at('17:00')))).toEqual(['maintenance.ended'])
  })

  test('that comes again is armed for the next window, until its last day', () => {
    const made = make({ recurring: { ...nightly, endsOn: '2026-11-28' } })
    const steps = [at('22:00'), at('02:00', 28), at('22:00', 28), at('02:00', 29)]
    let one = made
    const found = steps.map((step) => {
      expect(turnOfMaintenance(one)?.dueAt).toBe(step)
      const next = woken(one, step)
      one = next.after
      return typesOf(next)?.join()
    })
    expect(found).toEqual([
      ...['maintenance.started', 'maintenance.ended', 'maintenance.started', 'maintenance.ended'],
    ])
    expect([turnOfMaintenance(one), one.endedAt]).toEqual([undefined, at('02:00', 29)])
  })

  test('that missed an end and a beginning says both', () => {
    const running = woken(make({ recurring: nightly }), at('22:00')).after
    expect(typesOf(woken(running, at('23:00', 28)))).toEqual(['maintenance.ended', 'maintenance.started'])
  })

  test('shows the pipeline the windows of now and of the day to come', () => {
    expect(maintainingOf(make({ recurring: nightly }), at('23:00')).windows).toEqual([
      { from: at('22:00'), to: at('02:00', 28) },
      { from: at('22:00', 28), to: at('02:00', 29) },
    ])
  })
})

describe('ending a maintenance', () => {
  const running = () => woken(make({ recurring: nightly }), at('22:00')).after

  test('ends the window that runs, and leaves those to come', () => {
    const { after, events } = endedMaintenance(running(), at('23:00'))
    expect(events).toMatchObject([{ type: 'maintenance.ended', cause: 'person' }])
    expect(maintainingOf(after, at('23:30')).windows).toMatchObject([
      { from: at('22:00'), to: at('23:00') },
      { from: at('22:00', 28) },
    ])
    expect(turnOfMaintenance(after)?.dueAt).toBe(at('22:00', 28))
    expect(stateOfMaintenance(after, at('23:30'))).toBe('scheduled')
    expect(typesOf(woken(after, at('22:00', 28)))).toEqual(['maintenance.started'])
  })

  test('ends all of one that does not come again', () => {
    const { after, events } = endedMaintenance(woken(make(), at('14:00')).after, at('15:00'))
    expect([events.length, after.endedAt, stateOfMaintenance(after, at('15:00'))]).toEqual([
      ...[1, at('15:00'), 'ended'],
    ])
  })

  test('is refused where none runs, and where it is over', () => {
    expect(placesOf(() => endedMaintenance(make(), at('13:00')))).toBe('conflict')
    expect(placesOf(() => endedMaintenance(make(), at('16:00')))).toBe('conflict')
  })

  test('before the timer has noticed the beginning says the end all the same', () => {
    expect(typesOf(endedMaintenance(make(), at('14:01')))).toEqual(['maintenance.ended'])
  })
})

describe('taking a maintenance away', () => {
  test('leaves nothing of one that lies ahead', () => {
    expect(removedMaintenance(make(), at('13:00')).after).toBeUndefined()
  })

  test('keeps of one that comes again that it was', () => {
    const paused = endedMaintenance(woken(make({ recurring: nightly }), at('22:00')).after, at('23:00')).after
    expect(removedMaintenance(paused, at('23:30')).after?.endedAt).toBe(at('23:30'))
  })

  test('is refused while it runs', () => {
    expect(placesOf(() => removedMaintenance(make(), at('14:00')))).toBe('conflict')
  })
})

describe('a change of a maintenance', () => {
  const running = () => woken(make(), at('14:00')).after

  test('that moves its end while it runs says nothing yet', () => {
    const { after, events } = editedMaintenance(running(), { endsAt: at('18:00') }, at('15:00'))
    expect([events, turnOfMaintenance(after)?.dueAt]).toEqual([[], at('18:00')])
  })

  test('that moves it away from now says its end', () => {
    const moved = { startsAt: at('20:00'), endsAt: at('22:00') }
    const { after, events } = editedMaintenance(running(), moved, at('15:00'))
    expect([typesOf({ events }), turnOfMaintenance(after)?.dueAt]).toEqual([
      ['maintenance.ended'],
      at('20:00'),
    ])
  })

  test('that leaves out a service while it runs sets free what that held', () => {
    const two = woken(make({ ...once, serviceIds: ['svc_erp', 'svc_mail'] }), at('14:00')).after
    const { events } = editedMaintenance(two, { serviceIds: ['svc_mail'] }, at('15:00'))
    expect(events).toMatchObject([{ type: 'maintenance.ended', cause: 'narrowed' }])
    expect(editedMaintenance(running(), { serviceIds: ['svc_erp', 'svc_mail'] }, at('15:00')).events).toEqual(
      [],
    )
  })

  test('that leaves its times alone keeps that somebody ended its window', () => {
    const ended = endedMaintenance(woken(make({ recurring: nightly }), at('22:00')).after, at('23:00')).after
    expect(typesOf(editedMaintenance(ended, { title: 'Move' }, at('23:30')))).toEqual([])
  })

  test('may make of one that comes once one that comes again', () => {
    const { after } = editedMaintenance(make(), { recurring: nightly }, at('13:00'))
    expect([after.recurring, after.startsAt]).toEqual([nightly, undefined])
  })
})
