import { describe, expect, test } from 'vitest'
import { update } from '../../../functions/announcements/announcement.ts'
import { wakeAnnouncement } from '../../../functions/announcements/wake.ts'
import { ines, now, story } from './fixture.ts'

const start = '2026-11-23T10:00:00.000Z'
const end = '2026-11-23T12:00:00.000Z'
const later = '2026-11-23T13:00:00.000Z'
const planned = (more = {}) => story({ startsAt: start, endsAt: end, ...more }).announcement

describe('what an announcement waits for', () => {
  test.each([
    ['its start', { startsAt: start, endsAt: end }, { kind: 'start', at: start }],
    ['its end once it has started', { endsAt: end }, { kind: 'end', at: end }],
    ['nothing when it has no end', {}, undefined],
    ['nothing when all of it is in the past', { startsAt: '2026-11-23T07:00:00Z', endsAt: now }, undefined],
    ['nothing when it is resolved', { stage: 'resolved', startsAt: start, endsAt: end }, undefined],
  ])('%s', (_, overrides, expected) => {
    expect(story(overrides).announcement.nextTurn).toEqual(expected)
  })

  test('a word changes nothing about it, a resolution ends it', () => {
    const say = (stage: 'monitoring' | 'resolved') =>
      update(planned(), { stage, body: 'More.' }, { now: later, by: ines }).after.nextTurn
    expect([say('monitoring'), say('resolved')]).toEqual([{ kind: 'start', at: start }, undefined])
  })
})

describe('waking an announcement', () => {
  test('is quiet before anything is due', () => {
    expect(wakeAnnouncement(planned(), now)).toBeUndefined()
  })

  test('starts it, and waits for its end', () => {
    const announcement = planned()
    const change = wakeAnnouncement(announcement, start)
    expect(change?.after).toEqual({ ...announcement, generation: 2, nextTurn: { kind: 'end', at: end } })
    expect(change?.event).toEqual({
      type: 'announcement.started',
      announcementId: 'ann_1',
      seq: 2,
      at: start,
      by: { kind: 'system' },
    })
  })

  test('ends it, and waits for nothing more', () => {
    const started = wakeAnnouncement(planned(), start)
    const change = started && wakeAnnouncement(started.after, end)
    expect(change?.event).toMatchObject({ type: 'announcement.ended', seq: 3 })
    expect(change?.after.nextTurn).toBeUndefined()
    expect(change && wakeAnnouncement(change.after, later)).toBeUndefined()
  })

  test('says only that it ended when its start was missed too', () => {
    expect(wakeAnnouncement(planned(), later)?.event.type).toBe('announcement.ended')
  })
})
