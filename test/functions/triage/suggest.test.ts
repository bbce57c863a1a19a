import { describe, expect, test } from 'vitest'
import { leastExamples, train } from '../../../functions/triage/model.ts'
import { type Knowledge, labelsOf, offersOf, suggest } from '../../../functions/triage/suggest.ts'
import type { TriageRule } from '../../../functions/triage/triage-settings.ts'
import { examples, model, now } from './fixture.ts'

const everything: Knowledge = { rules: [], model, offers: () => true, tree: new Map() }
const rule = (when: Partial<TriageRule['when']>, set: TriageRule['suggest'] = { categoryId: 'cat_other' }) =>
  ({
    id: 'rule_1',
    name: 'One',
    when: { words: [], serviceIds: [], senders: [], ...when },
    suggest: set,
  }) satisfies TriageRule

const asked = (title: string, more: { description?: string; serviceId?: string; sender?: string } = {}) => ({
  title,
  ...more,
})
const valuesFor = (report: ReturnType<typeof asked>, knowledge: Partial<Knowledge> = {}) =>
  labelsOf(suggest(report, { ...everything, ...knowledge }))

describe('suggesting', () => {
  test('names category, team and degrees with the words that decided, as they were written', () => {
    const { fields, ruleId } = suggest(asked('VPN Tunnels drop', { description: 'The gateway…' }), everything)
    expect(labelsOf({ fields })).toMatchObject({ categoryId: 'cat_network', teamId: 'team_infrastructure' })
    expect(ruleId).toBeUndefined()
    const [category] = fields
    expect(category?.by).toBe('classifier')
    expect(category?.confidence).toBeGreaterThan(0.8)
    expect(category?.words.map(({ word }) => word)).toContain('tunnels')
    const weights = category?.words.map(({ weight }) => weight) ?? []
    expect(weights).toEqual([...weights].sort((a, b) => b - a))
    expect(Math.min(...weights)).toBeGreaterThan(0)
  })

  test('counts the service as a word that decided', () => {
    const { fields } = suggest(asked('login tunnel', { serviceId: 'svc_vpn' }), everything)
    expect(fields[0]).toMatchObject({ name: 'categoryId', value: 'cat_network' })
    expect(fields[0]?.words).toContainEqual(expect.objectContaining({ serviceId: 'svc_vpn' }))
  })

  test.each([
    ['nothing', ''],
    ['signs', '?!… 😀😀😀'],
    ['stop words', 'it does not work at all, es geht nicht'],
    ['unknown words', 'Kaffeevollautomat entkalken bitteschön'],
    ['a single known word', 'printer zzz'],
    ['names of the language itself', 'constructor __proto__ toString hasOwnProperty valueOf'],
    ['twenty thousand letters', 'x'.repeat(20_000)],
    ['twenty thousand letters in words', 'lorem '.repeat(3333)],
  ])('says nothing about %s', (_, title) => {
    expect(suggest(asked(title), everything)).toEqual({ fields: [] })
  })

  test('says nothing before enough was confirmed, and without a model', () => {
    const few = train(examples.slice(0, leastExamples - 1), now)
    expect(valuesFor(asked('vpn tunnel gateway'), { model: few })).toEqual({})
    expect(valuesFor(asked('vpn tunnel gateway'), { model: undefined })).toEqual({})
  })

  test('does not name what is not offered (any more)', () => {
    const { categories, teams } = {
      categories: [
        { id: 'cat_network', retired: true },
        { id: 'cat_hardware', retired: false },
      ],
      teams: [{ id: 'team_service_desk' }],
    }
    const values = valuesFor(asked('vpn tunnel gateway'), { offers: offersOf({ categories, teams }) })
    expect(values.categoryId).not.toBe('cat_network')
    expect(values.teamId).not.toBe('team_infrastructure')
  })
})

describe('rules', () => {
  test('decide first, and the classifier fills what they leave open', () => {
    const rules = [rule({ words: ['tunnel'] })]
    const { fields, ruleId } = suggest(asked('vpn tunnel gateway'), { ...everything, rules })
    expect(ruleId).toBe('rule_1')
    expect(fields[0]).toEqual({
      name: 'categoryId',
      value: 'cat_other',
      confidence: 1,
      by: 'rule',
      words: [{ word: 'tunnel', weight: 1 }],
    })
    expect(fields[1]).toMatchObject({ name: 'teamId', value: 'team_infrastructure', by: 'classifier' })
  })

  test.each([
    ['a word', { words: ['SAP'] }, asked('sap hängt'), true],
    ['a word in the description', { words: ['sap'] }, asked('Hilfe', { description: 'SAP-Fehler' }), true],
    ['not a part of a word', { words: ['sap'] }, asked('asap please'), false],
    ['a phrase', { words: ['kein Netz'] }, asked('Hier ist KEIN  netz!'), true],
    ['not the words of a phrase apart', { words: ['kein netz'] }, asked('kein gutes netz'), false],
    ['umlauts either way', { words: ['Störung'] }, asked('stoerung im haus'), true],
    ['one word of many', { words: ['aaa', 'druck'] }, asked('druck'), true],
    ['a service', { serviceIds: ['svc_erp'] }, asked('x', { serviceId: 'svc_erp' }), true],
    ['not another service', { serviceIds: ['svc_erp'] }, asked('x', { serviceId: 'svc_web' }), false],
    ['an address', { senders: ['A@b.example'] }, asked('x', { sender: 'a@B.example' }), true],
    ['the end of an address', { senders: ['@b.example'] }, asked('x', { sender: 'a@b.example' }), true],
    ['not a longer domain', { senders: ['@b.example'] }, asked('x', { sender: 'a@bb.example' }), false],
    ['not without a sender', { senders: ['@b.example'] }, asked('x'), false],
    ['not half of its conditions', { words: ['sap'], serviceIds: ['svc_erp'] }, asked('sap'), false],
    [
      'all of its conditions',
      { words: ['sap'], serviceIds: ['svc_erp'] },
      asked('sap', { serviceId: 'svc_erp' }),
      true,
    ],
    ['not without conditions', {}, asked('anything'), false],
    ['not by a word of signs', { words: ['…'] }, asked('…'), false],
  ])('fit by %s', (_, when, report, fits) => {
    const values = valuesFor(report, { model: undefined, rules: [rule(when)] })
    expect(values).toEqual(fits ? { categoryId: 'cat_other' } : {})
  })

  test('are asked in their order', () => {
    const rules = [
      rule({ words: ['b'] }, { categoryId: 'second' }),
      rule({ words: ['a'] }, { categoryId: 'first' }),
    ]
    expect(valuesFor(asked('a b'), { model: undefined, rules })).toEqual({ categoryId: 'second' })
  })
})
