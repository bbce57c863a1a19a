import { describe, expect, test } from 'vitest'
import { StepSent } from '../../../functions/escalation/events.ts'
import type { Incident } from '../../../functions/incidents/incident.ts'
import { pageMessage, reasonOnRecord, whyNotPaged } from '../../../functions/notifications/page-message.ts'
import { after as later, minutes } from '../../../functions/runtime/instant.ts'
import { incidentIn, now } from '../incidents/fixture.ts'
import { reader, settings, stepEvent } from './fixture.ts'

const step = (rest: Partial<StepSent> = {}): StepSent => ({ ...StepSent.parse(stepEvent().after), ...rest })
const paging = (next: number, status = 'running', rest: Partial<Incident> = {}) =>
  incidentIn('new', { slices: { escalation: { policyId: 'pol', steps: [], next, status } }, ...rest })
const late = later(now, minutes(61))
const acknowledgedAgain = (at: string) =>
  incidentIn('in_progress', {
    acknowledgedAt: later(now, -minutes(40)),
    slices: {
      escalation: {
        ...{ policyId: 'pol', steps: [], next: 2, status: 'running' },
        again: { at, by: { id: 'ana', name: 'Ana' } },
      },
    },
  })

const cases: [string, StepSent, Incident, string, string | undefined][] = [
  ['an open incident that nobody has', step(), paging(1), now, undefined],
  ['a resolved incident', step(), incidentIn('resolved'), now, 'resolved'],
  ['a closed incident', step(), incidentIn('closed'), now, 'closed'],
  ['a canceled incident', step(), incidentIn('canceled'), now, 'canceled'],
  [
    'one acknowledged after the step',
    step(),
    paging(1, 'acknowledged', { acknowledgedAt: later(now, 5) }),
    now,
    'acknowledged',
  ],
  [
    'one acknowledged in the same instant',
    step(),
    paging(1, 'acknowledged', { acknowledgedAt: now }),
    now,
    'acknowledged',
  ],
  [
    'one that fell silent after an acknowledgement',
    step({ why: 'no_update' }),
    paging(2, 'running', { acknowledgedAt: later(now, -minutes(40)) }),
    now,
    undefined,
  ],
  [
    'one that fell silent and was then touched again',
    step({ why: 'no_update' }),
    paging(2, 'acknowledged', { acknowledgedAt: later(now, -minutes(40)) }),
    now,
    'updated',
  ],
  [
    'one that was acknowledged again after the step, and fell silent once more',
    step({ why: 'no_update' }),
    acknowledgedAgain(later(now, minutes(5))),
    later(now, minutes(40)),
    'acknowledged',
  ],
  [
    'one that was acknowledged again before the step, and fell silent once more',
    step({ why: 'no_update' }),
    acknowledgedAgain(later(now, -minutes(5))),
    later(now, minutes(40)),
    undefined,
  ],
  ['a step late by an hour, with a later one sent', step(), paging(2), late, 'folded'],
  ['a step late by an hour, the last so far', step(), paging(1), late, undefined],
  ['a step late by less, with a later one sent', step(), paging(2), later(now, minutes(59)), undefined],
]

const onCall = {
  ...{ step: 2, of: 3, round: 1, targets: [{ kind: 'schedule', id: 'sch_db', which: 'now' }] },
  recipients: ['riley'],
  whom: [
    {
      ...{ id: 'riley', name: 'Riley' },
      as: { kind: 'schedule', id: 'sch_db', which: 'now', name: 'Database', level: 'L3' },
    },
  ],
}

const page = (event = stepEvent(), language: 'en' | 'de' = 'en', rest: Partial<Incident> = {}) =>
  pageMessage({
    step: StepSent.parse(event.after),
    event,
    incident: paging(1, 'running', { serviceId: 'svc_vpn', ...rest }),
    description: 'No mail since nine.',
    person: { ...reader, id: 'riley', language },
    settings,
    links: { acknowledge: 'https://p/a/000123.x', portalUrl: 'https://p' },
  })

describe('paging', () => {
  test.each(cases)('decides again before it sends: %s', (_, given, incident, at, reason) => {
    expect(whyNotPaged(given, { at: now, dueAt: now }, incident, at)).toBe(reason)
  })

  test('does not count as late what was put off', () => {
    const putOff = { at: now, dueAt: later(now, minutes(60)) }
    expect(whyNotPaged(step(), putOff, paging(2), late)).toBeUndefined()
    expect(whyNotPaged(step(), putOff, paging(2), later(now, minutes(121)))).toBe('folded')
  })

  test('says what it is, why it is you, and how to acknowledge', () => {
    const { subject, parts, words, url } = page(stepEvent(onCall))
    expect(subject).toBe('[INC-000123] P1 Mail does not arrive')
    expect(parts.paragraphs[0]).toBe(
      'You are on call for Database, L3, step 2 of 3. Nobody has acknowledged INC-000123 yet.',
    )
    expect(parts.button).toEqual({ label: 'Acknowledge', url: 'https://p/a/000123.x' })
    expect(parts.urgent).toBe(true)
    expect(words).toBe('P1 INC-000123: You are on call for Database, L3, step 2 of 3. Mail does not arrive')
    expect(url).toBe('https://p/a/000123.x')
  })

  test('has one button without a link to acknowledge by, which opens the incident', () => {
    const event = stepEvent(onCall)
    const { parts, url } = pageMessage({
      ...{ step: StepSent.parse(event.after), event, incident: paging(1), description: '', settings },
      ...{ person: { ...reader, id: 'riley' }, links: { portalUrl: 'https://p' } },
    })
    expect(parts.button).toEqual({ label: 'Open INC-000123', url: 'https://p/incidents/INC-000123' })
    expect(parts.alternative).toBeUndefined()
    expect(parts.paragraphs.join(' ')).not.toContain('Acknowledging')
    expect(parts.paragraphs[0]).toMatch(/^Riley: on call for Database, L3, step 2 of 3\. Nobody/)
    expect(url).toBe('https://p/incidents/INC-000123')
  })

  test.each([
    [onCall, 'On call for Database, L3, step 2 of 3.', 'In Bereitschaft für Database, L3, Schritt 2 von 3.'],
    [{}, 'On the escalation path, step 1 of 3.', 'Auf dem Eskalationsweg, Schritt 1 von 3.'],
  ])('stands on the record so that everybody can read it', (after, en, de) => {
    expect(reasonOnRecord(StepSent.parse(stepEvent(after).after), 'riley')).toEqual({ en, de })
  })

  test('says so when it catches up on several steps', () => {
    const { subject, parts, words } = page(stepEvent({ step: 3, catchUp: true, foldedSteps: [1, 2, 3] }))
    expect(subject).toBe('[INC-000123] P1, paged late: Mail does not arrive')
    expect(parts.paragraphs.join(' ')).toContain('Steps 1, 2 and 3 came due meanwhile')
    expect(words).toContain('INC-000123, paged late:')
  })

  test('speaks the language of the reader', () => {
    const { parts } = page(stepEvent({ ...onCall, why: 'no_update' }), 'de')
    expect(parts.paragraphs[0]).toBe(
      'Sie haben Bereitschaft für Database, L3, Schritt 2 von 3. INC-000123 wurde bestätigt, und seitdem hat sich nichts getan.',
    )
    expect(parts.facts).toContainEqual({ label: 'Dienst', value: 'VPN-Zugang' })
  })

  test('says what a step of long ago knew', () => {
    expect(page().parts.paragraphs[0]).toMatch(/^You are on the escalation path, step 1 of 3\./)
  })
})
