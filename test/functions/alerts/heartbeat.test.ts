import { describe, expect, test } from 'vitest'
import {
  deadlineOf,
  editedHeartbeat,
  type Heartbeat,
  type HeartbeatRequest,
  heartbeat,
  missed,
  pinged,
  removedHeartbeat,
  rotatedHeartbeat,
  stateOfHeartbeat,
  told,
  turnOfHeartbeat,
} from '../../../functions/alerts/heartbeat.ts'
import { occurrenceOf } from '../../../functions/alerts/heartbeat-alert.ts'
import { heartbeatKey, isOpenedBy } from '../../../functions/alerts/heartbeat-key.ts'
import { Occurrence } from '../../../functions/alerts/occurrence.ts'

const at = (time: string) => `2026-11-27T${time}.000Z`
const request: HeartbeatRequest = {
  ...{ name: 'Nightly backup', everyMinutes: 60, graceMinutes: 10, severity: 'error', paused: false },
  ...{ serviceId: 'svc_erp', runbookUrl: 'https://wiki.example.com/backup' },
}
const by = { id: 'omar', name: 'Omar' }
const { kept: key } = heartbeatKey(new Uint8Array(32), { by, now: at('12:00:00') })
const made = () => heartbeat(request, { id: 'hb_1', key, now: at('12:00:00') })
const pingedAt = (time: string, one = made()) => pinged(one, at(time)) ?? one
/** Missed and told. */
const missing = () => {
  const one = missed(made(), at('13:10:00')) ?? made()
  return told(one) ?? one
}

describe('a heartbeat', () => {
  test('is missed when nothing came in its time and its grace, counted from when it was made', () => {
    expect(turnOfHeartbeat(made())).toEqual({ kind: 'heartbeat', dueAt: at('13:10:00') })
    expect(missed(made(), at('13:09:59'))).toBeUndefined()
    expect(missed(made(), at('13:10:00'))?.missingSince).toBe(at('13:10:00'))
  })

  test('is waited for anew with each ping', () => {
    expect(deadlineOf(pingedAt('12:30:00'))).toBe(at('13:40:00'))
  })

  test('notes a ping at most once a minute', () => {
    const one = pingedAt('12:30:00')
    expect(pinged(one, at('12:30:59'))).toBeUndefined()
    expect(pinged(one, at('12:31:00'))?.lastPingAt).toBe(at('12:31:00'))
  })

  test.each([
    [at('12:10:00'), 'waiting'],
    [at('13:05:00'), 'late'],
  ])('stands at %s as %s before its first ping', (now, state) => {
    expect(stateOfHeartbeat(made(), now)).toBe(state)
  })

  test('stands as healthy, late, missing or paused', () => {
    const one = pingedAt('12:30:00')
    expect(['13:30:00', '13:30:01'].map((time) => stateOfHeartbeat(one, at(time)))).toEqual([
      'healthy',
      'late',
    ])
    expect(stateOfHeartbeat(missing(), at('14:00:00'))).toBe('missing')
    expect(stateOfHeartbeat({ ...missing(), paused: true }, at('14:00:00'))).toBe('paused')
  })
})

describe('what a heartbeat owes', () => {
  test('is an alert that fires, as the pipeline takes it', () => {
    const one = missed(pingedAt('12:30:00'), at('13:40:00')) ?? made()
    const occurrence = occurrenceOf(one, at('13:40:05'))
    expect(occurrence).toEqual(
      expect.objectContaining({
        ...{
          sourceId: 'heartbeats',
          group: 'hb_1',
          status: 'firing',
          title: 'No heartbeat from Nightly backup',
        },
        ...{ severity: 'error', startsAt: at('13:40:00'), receivedAt: at('13:40:05') },
        labels: { alertname: 'HeartbeatMissing', heartbeat: 'hb_1', service: 'svc_erp' },
        links: [{ text: 'Runbook', url: 'https://wiki.example.com/backup' }],
      }),
    )
    expect(Occurrence.safeParse(occurrence).success).toBe(true)
  })

  test('keeps it due until it was said, and is then waited for no more', () => {
    const one = missed(made(), at('13:10:00')) ?? made()
    expect(turnOfHeartbeat(one)?.dueAt).toBe(at('13:10:00'))
    expect(missed(one, at('13:11:00'))).toBeUndefined()
    expect(turnOfHeartbeat(missing())).toBeUndefined()
  })

  test('is that it is over, of the same beginning, with the next ping, however soon that comes', () => {
    const back = pingedAt('13:10:10', missing())
    expect(back.owes).toEqual({ status: 'resolved', startsAt: at('13:10:00'), at: at('13:10:10') })
    const unsaid = missed(made(), at('13:10:00')) ?? made()
    expect(pingedAt('13:10:10', unsaid).owes?.status).toBe('resolved')
    expect(turnOfHeartbeat(told(back) ?? back)?.dueAt).toBe(at('14:20:10'))
  })

  test('is that it is over when it is paused or goes, and only then does it go', () => {
    expect(editedHeartbeat(missing(), { ...request, paused: true }, at('14:00:00')).owes?.status).toBe(
      'resolved',
    )
    const going = removedHeartbeat(missing(), at('14:00:00'))
    expect([going?.owes?.status, going?.keys]).toEqual(['resolved', []])
    expect(going && told(going)).toBeUndefined()
    expect(removedHeartbeat(made(), at('12:30:00'))).toBeUndefined()
  })

  test('has a title that fits, cut between characters', () => {
    const long = { ...missing(), name: '💚'.repeat(150), owes: missed(made(), at('13:10:00'))?.owes }
    expect(Occurrence.safeParse(occurrenceOf(long, at('13:11:00'))).success).toBe(true)
    const title = occurrenceOf(long, at('13:11:00'))?.title ?? ''
    expect([...title].length).toBe(160)
  })
})

describe('setting a heartbeat up anew', () => {
  test('waits from now on when its times change or its pause ends, and not when its name does', () => {
    const now = at('13:05:00')
    expect(deadlineOf(editedHeartbeat(made(), { ...request, everyMinutes: 5 }, now))).toBe(at('13:20:00'))
    expect(deadlineOf(editedHeartbeat(made(), { ...request, name: 'Backup' }, now))).toBe(at('13:10:00'))
    const paused = editedHeartbeat(made(), { ...request, paused: true }, at('12:10:00'))
    expect(turnOfHeartbeat(paused)).toBeUndefined()
    expect(deadlineOf(editedHeartbeat(paused, request, now))).toBe(at('14:15:00'))
  })
})

describe('the keys of a heartbeat', () => {
  const rotate = (one: Heartbeat, random: number, overlapMinutes: number) => {
    const { kept } = heartbeatKey(new Uint8Array(32).fill(random), { by, now: at('12:30:00') })
    return rotatedHeartbeat(one, kept, { now: at('12:30:00'), overlapMinutes })
  }
  const keyOf = (random: number) =>
    heartbeatKey(new Uint8Array(32).fill(random), { by, now: at('12:00:00') }).key
  const openedAt = ({ keys }: Heartbeat, time: string) =>
    [0, 1, 2, 3].filter((random) => isOpenedBy(keys, keyOf(random), at(time)))

  test('open it, the older one until the overlap ends', () => {
    const { after, previousExpiresAt } = rotate(made(), 1, 60)
    expect(previousExpiresAt).toBe(at('13:30:00'))
    expect(openedAt(after, '13:29:59')).toEqual([0, 1])
    expect(openedAt(after, '13:30:00')).toEqual([1])
  })

  test('are never more than two, and without an overlap one', () => {
    const two = rotate(made(), 1, 60).after
    expect(openedAt(rotate(two, 2, 60).after, '12:31:00')).toEqual([1, 2])
    expect(openedAt(rotate(two, 2, 0).after, '12:31:00')).toEqual([2])
  })

  test('are kept as hashes', () => {
    expect(JSON.stringify(made())).not.toContain(keyOf(0).slice(7))
  })
})
