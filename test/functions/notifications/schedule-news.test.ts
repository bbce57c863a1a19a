import { describe, expect, test } from 'vitest'
import { newsMessage, newsOf } from '../../../functions/notifications/schedule-news.ts'
import type { ScheduleEvent } from '../../../functions/oncall/event.ts'
import type { Override } from '../../../functions/oncall/override.ts'
import type { Schedule } from '../../../functions/oncall/schedule.ts'
import { reader } from './fixture.ts'

const person = (id: string) => ({ id, name: id })
const schedule: Schedule = {
  ...{ id: 'sch_db', name: 'Database', zone: 'Europe/Berlin' },
  layers: [
    {
      ...{ id: 'l1', name: 'Weeks', people: [person('ana'), person('ben')], restrictions: [] },
      ...{ rotation: { every: 1, unit: 'weeks' }, startsOn: '2026-11-23', handoverAt: '09:00' },
    },
  ],
}
const [from, to] = ['2026-11-25T20:00:00.000Z', '2026-11-26T06:00:00.000Z']
const override = (who: string, by: string): Override => ({
  ...{ id: 'ovr_1', scheduleId: 'sch_db', from, to, person: person(who), by: person(by) },
  ...{ createdAt: '2026-11-24T09:00:00.000Z', reason: 'Ana is at a wedding.' },
})
const swap = {
  ...{ id: 'swp_1', scheduleId: 'sch_db', from, to, by: person('ana'), with: person('ben') },
  ...{ status: 'proposed' as const, createdAt: '2026-11-24T09:00:00.000Z' },
  return: { from: '2026-12-02T20:00:00.000Z', to: '2026-12-03T06:00:00.000Z' },
}
const event = (about: object, by: string): ScheduleEvent =>
  ({
    ...{
      id: '1',
      scheduleId: 'sch_db',
      at: '2026-11-24T09:00:00.000Z',
      by: { kind: 'person', ...person(by) },
    },
    ...about,
  }) as ScheduleEvent

describe('whom an agreement about a schedule concerns', () => {
  const set = (who: string, by: string) => ({ type: 'schedule.override_set', override: override(who, by) })
  const removed = (who: string) => ({ type: 'schedule.override_removed', override: override(who, 'dana') })
  const swapped = (what: string) => ({ type: `schedule.swap_${what}`, swap })
  test.each([
    [
      'who stands in and for whom',
      set('chen', 'dana'),
      'dana',
      ['chen override_set_for', 'ana override_set_instead'],
    ],
    ['not whoever made it', set('chen', 'chen'), 'chen', ['ana override_set_instead']],
    ['not who gave their own away', set('chen', 'ana'), 'ana', ['chen override_set_for']],
    [
      'who is on call again',
      removed('chen'),
      'dana',
      ['chen override_removed_for', 'ana override_removed_back'],
    ],
    ['who is asked', swapped('proposed'), 'ana', ['ben swap_proposed']],
    ['who asked, of a yes', swapped('accepted'), 'ben', ['ana swap_accepted']],
    ['who asked, of a no', swapped('declined'), 'ben', ['ana swap_declined']],
    ['who was asked, when it is taken back', swapped('withdrawn'), 'ana', ['ben swap_withdrawn']],
  ] as const)('%s', (_, about, by, expected) => {
    const news = newsOf(event(about, by), schedule, [])
    expect(news.map(({ personId, kind }) => `${personId} ${kind}`)).toEqual(expected)
  })

  test('somebody who only stands in for a part that is over hears nothing', () => {
    const late = { ...event(removed('chen'), 'dana'), at: to } as ScheduleEvent
    expect(newsOf(late, schedule, []).map(({ kind }) => kind)).toEqual(['override_removed_for'])
  })
})

describe('what they read', () => {
  const portalUrl = 'https://desk.example.com'
  test('says who asks for what, on their own clock, and what they get in return', () => {
    const message = newsMessage({
      ...{ kind: 'swap_proposed', event: event({ type: 'schedule.swap_proposed', swap }, 'ana') },
      ...{ schedule, reader, portalUrl },
    })
    expect(message).toMatchObject({
      subject: 'ana asks you to swap: Database',
      url: 'https://desk.example.com/on-call/sch_db',
      parts: { button: { label: 'Answer' } },
    })
    expect(message.parts.paragraphs[0]).toContain('from Wed, 25 Nov 2026, 21:00 CET')
    expect(message.parts.paragraphs[1]).toContain('Wed, 2 Dec 2026, 21:00 CET')
  })

  test('has the reason that was given, in German as well', () => {
    const message = newsMessage({
      kind: 'override_set_for',
      event: event({ type: 'schedule.override_set', override: override('chen', 'dana') }, 'dana'),
      ...{ schedule, portalUrl, reader: { ...reader, language: 'de' as const } },
    })
    expect(message.subject).toBe('Sie haben Bereitschaft: Database')
    expect(message.parts.quote).toEqual({ label: 'dana schreibt', text: 'Ana is at a wedding.' })
  })
})
