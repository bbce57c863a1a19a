import { describe, expect, test } from 'vitest'
import { newsFor, statusMail, statusNews } from '../../../functions/notifications/status-mail.ts'
import type { DomainEvent } from '../../../functions/runtime/event.ts'
import { ana, incidentIn, riley } from '../incidents/fixture.ts'
import { eventOf, reader } from './fixture.ts'

const incident = incidentIn('in_progress')
const moved = (from: string, to: string, rest: Partial<DomainEvent> = {}, after = {}) =>
  eventOf('incident.moved', { before: { state: from }, after: { state: to, ...after }, ...rest })
const awaiting = { holdReason: 'awaiting_requester' }

const cases: [string, DomainEvent, string | undefined][] = [
  ['their own report', eventOf('incident.reported', { by: riley }), 'reported'],
  ['a report on their behalf', eventOf('incident.reported'), 'reported'],
  ['an acknowledgement', eventOf('incident.acknowledged'), undefined],
  [
    'being taken',
    eventOf('incident.taken', { after: { state: 'in_progress', assignee: ana } }),
    'in_progress',
  ],
  ['being handed on', eventOf('incident.taken', { after: { assignee: ana } }), undefined],
  ['being moved from new', moved('new', 'in_progress'), 'in_progress'],
  ['being resumed', moved('on_hold', 'in_progress'), undefined],
  ['being resumed with words', moved('on_hold', 'in_progress', { text: 'It came.' }), 'replied'],
  ['a question', moved('new', 'on_hold', { text: 'Which?' }, awaiting), 'waiting'],
  ['waiting for a vendor', moved('new', 'on_hold', {}, { holdReason: 'awaiting_vendor' }), undefined],
  [
    'waiting for a vendor with words',
    moved('new', 'on_hold', { text: 'Ordered.' }, { holdReason: 'awaiting_vendor' }),
    'replied',
  ],
  ['a resolution', moved('in_progress', 'resolved', { text: 'Restarted.' }), 'resolved'],
  ['a quiet closure', moved('resolved', 'closed'), undefined],
  ['a reminder of the closing', eventOf('incident.close_reminded', { by: { kind: 'system' } }), 'reminded'],
  [
    'closing by itself',
    moved('resolved', 'closed', { by: { kind: 'system' }, reason: 'auto_close' }),
    undefined,
  ],
  ['being canceled', moved('new', 'canceled'), 'canceled'],
  [
    'being a duplicate of what is worked on',
    moved('new', 'canceled', { reason: 'duplicate' }, { original: 'open' }),
    'merged',
  ],
  [
    'being a duplicate of what is solved',
    moved('new', 'canceled', { reason: 'duplicate' }, { original: 'solved' }),
    'merged_solved',
  ],
  ['being reopened', eventOf('incident.reopened', { after: { state: 'in_progress' } }), 'reopened'],
  ['a public reply', eventOf('incident.commented', { text: 'Look here.' }), 'replied'],
  ['an internal note', eventOf('incident.commented', { text: 'Hm.', visibility: 'internal' }), undefined],
  ['an edit', eventOf('incident.edited', { after: { title: 'x' } }), undefined],
  ['their own comment', eventOf('incident.commented', { by: riley }), undefined],
  ['their own confirmation', moved('resolved', 'closed', { by: riley, text: 'Thanks' }), undefined],
  ['their own reopening', eventOf('incident.reopened', { by: riley }), undefined],
  ['their own cancellation', moved('new', 'canceled', { by: riley }), undefined],
  ['a hold that ended by itself', moved('on_hold', 'in_progress', { by: { kind: 'system' } }), undefined],
]

describe('telling the requester', () => {
  test.each(cases)('about %s', (_, event, news) => {
    expect(newsFor(event, incident)).toBe(news)
  })

  test.each(statusNews)('of %s carries the number, the words and a way in, in both languages', (news) => {
    const event = eventOf('incident.moved', { text: 'Restarted <b>it</b>.', after: {} })
    for (const language of ['en', 'de'] as const) {
      const mail = statusMail(news, {
        event,
        incident,
        reader: { ...reader, language },
        portalUrl: 'https://portal.example.com',
      })
      expect(mail.subject).toMatch(/^\[INC-000123\] .+Mail does not arrive/)
      expect(mail.thread).toBe('INC-000123')
      expect(mail.parts.language).toBe(language)
      expect(mail.parts.quote?.text).toBe('Restarted <b>it</b>.')
      expect(mail.parts.button?.url).toMatch(/^https:\/\/portal\.example\.com\/incidents\/INC-000123/)
    }
  })

  test('of a resolution offers to confirm and to reopen', () => {
    const { parts } = statusMail('resolved', {
      event: moved('in_progress', 'resolved', { text: 'Restarted.' }),
      incident: incidentIn('resolved'),
      reader,
      portalUrl: 'https://p',
    })
    expect(parts.button?.url).toBe('https://p/incidents/INC-000123#confirm')
    expect(parts.alternative?.url).toBe('https://p/incidents/INC-000123#reopen')
  })

  test('names who it was given to, not who gave it', () => {
    const event = eventOf('incident.taken', {
      after: { state: 'in_progress', assignee: { id: 'ben', name: 'Ben' } },
    })
    const { parts } = statusMail('in_progress', { event, incident, reader, portalUrl: 'https://p' })
    expect(parts.paragraphs[0]).toContain('Ben is working')
  })

  test('shows instants on the clock of the reader', () => {
    const facts = (zone: string) =>
      statusMail('replied', {
        event: eventOf('incident.commented', { text: 'x' }),
        incident,
        reader: { ...reader, zone },
        portalUrl: 'https://p',
      }).parts.facts?.at(-1)?.value
    expect(facts('Europe/Berlin')).toContain('10:00 CET')
    expect(facts('Asia/Kolkata')).toContain('14:30')
  })
})
