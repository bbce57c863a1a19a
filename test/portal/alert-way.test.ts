import { describe, expect, test } from 'vitest'
import { codes } from '../../functions/alerts/alert.ts'
import type { Step } from '../../portal/lib/alerts/contract.ts'
import { type WayNames, waySentence, wayShown } from '../../portal/lib/alerts/way-sentence.ts'
import { clockFor } from '../../portal/lib/clock.ts'
import type { Ui } from '../../portal/lib/visit.ts'
import { translate } from '../../portal/messages/messages.ts'

const now = new Date('2026-03-06T10:00:00.000Z')
const until = '2026-03-06T16:30:00.000Z'
const uiIn = (locale: 'en' | 'de') =>
  ({ locale, t: translate(locale), clock: clockFor({ locale, zone: 'Europe/Berlin', now }) }) as Ui

const names: WayNames = {
  team: (id) => (id === 'team_l1' ? 'Service Desk' : id),
  rule: (id) => (id === 'arl_db' ? 'Databases' : undefined),
  silence: (id) => (id === 'sil_1' ? { who: 'Ana', reason: 'disk is on its way' } : undefined),
  maintenance: (id) => (id === 'mnt_1' ? 'New racks' : undefined),
}
const step = (code: Step['code'], data?: Step['data']): Step => ({
  ...{ stage: 'route', verdict: 'passes', code },
  ...(data && { data }),
})

describe('a sentence of the way', () => {
  test.each([
    ['silenced', { id: 'sil_1', until }, 'Silenced by Ana until 17:30: disk is on its way'],
    ['silenced', { id: 'sil_gone', until }, 'Silenced until 17:30.'],
    [
      'in_maintenance',
      { id: 'mnt_1', until },
      'In maintenance until 17:30: New racks. If it still fires then, it goes on from here.',
    ],
    ['rule', { teamId: 'team_l1', ruleId: 'arl_db' }, 'To Service Desk, says the rule “Databases”.'],
    ['rule', { teamId: 'team_l1', ruleId: 'arl_gone' }, 'To Service Desk, says a rule.'],
    ['waits', { until }, 'It opens an incident if it still fires at 17:30.'],
    ['joins_incident', { incidentId: 'INC-000007' }, 'It belongs to INC-000007.'],
    ['opened_incident', undefined, 'It outlasted the wait, and an incident was opened.'],
  ] as const)('of %s names what its data names', (code, data, sentence) => {
    expect(waySentence(uiIn('en'), step(code, data), names)).toBe(sentence)
  })

  test.each(codes)('of %s exists in both languages, and differs between them', (code) => {
    const data = { until, teamId: 'team_l1', id: 'x', times: 4, minutes: 30, incidentId: 'INC-000001' }
    const [en, de] = (['en', 'de'] as const).map((locale) =>
      waySentence(uiIn(locale), step(code, data), names),
    )
    expect(en).toMatch(/\w.*[.:]?/)
    expect(en).not.toMatch(/way\.|[{}]/)
    expect(de).not.toMatch(/way\.|[{}]/)
    expect(de).not.toBe(en)
  })
})

describe('the way that is shown', () => {
  const waits: Step = { stage: 'transient', verdict: 'waits', code: 'waits', data: { until } }
  const opened: Step = { ...step('opened_incident', { incidentId: 'INC-000007' }), stage: 'group' }

  test('says which incident was opened in place of the wait', () => {
    expect(wayShown([step('new'), waits, opened]).map(({ stage, code }) => [stage, code])).toEqual([
      ['route', 'new'],
      ['transient', 'opened_incident'],
    ])
  })

  test('is as it was stored while it waits', () => {
    const way = [step('new'), waits]
    expect(wayShown(way)).toEqual(way)
  })
})
