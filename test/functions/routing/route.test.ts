import { describe, expect, test } from 'vitest'
import { type Facts, route } from '../../../functions/routing/route.ts'
import { rule, ways } from './fixture.ts'

const facts: Facts = { title: 'Mail does not arrive', priority: 'P3' }
const routed = (more: Partial<Facts>, ...routingRules: ReturnType<typeof rule>[]) =>
  route({ ...facts, ...more }, { ...ways, routingRules })

describe('without a rule that applies', () => {
  test.each([
    ['the team of the service', 'vpn', 'desk_south', 'VPN'],
    ['the default when the service names none', 'door', 'team_service_desk', 'default team'],
    ['the default when the team of the service is gone', 'lost', 'team_service_desk', 'default team'],
    ['the default without a service', undefined, 'team_service_desk', 'default team'],
  ])('%s takes it', (_, serviceId, teamId, why) => {
    const found = routed({ serviceId }, rule('never', 'network', { organisationIds: ['org_x'] }))
    expect(found).toMatchObject({ teamId, why: { en: expect.stringContaining(why) } })
    expect(found.ruleId).toBeUndefined()
  })
})

describe('rules', () => {
  test('are asked in their order, and the first that applies decides', () => {
    const [first, second] = [rule('1', 'network', { words: ['mail'] }), rule('2', 'database')]
    expect(routed({}, first, second)).toEqual({
      teamId: 'network',
      ruleId: '1',
      why: {
        en: 'The rule “Rule 1” applies: it says “mail”.',
        de: 'Die Regel „Rule 1“ trifft zu: es enthält „mail“.',
      },
    })
    expect(routed({}, second, first)).toMatchObject({
      ruleId: '2',
      why: { en: 'The rule “Rule 2” applies.' },
    })
  })

  test('come before the team of the service', () => {
    expect(routed({ serviceId: 'vpn' }, rule('1', 'network')).teamId).toBe('network')
  })

  test('that lead to nobody or to experts on demand are passed over', () => {
    expect(routed({}, rule('1', 'dissolved'), rule('2', 'experts'), rule('3', 'network')).ruleId).toBe('3')
  })

  const when = {
    serviceIds: ['vpn'],
    categoryIds: ['hardware'],
    priorities: ['P1'],
    organisationIds: ['org_north'],
    words: ['arrive'],
  }
  const fitting: Partial<Facts> = {
    serviceId: 'vpn',
    categoryId: 'printer',
    priority: 'P1',
    organisationId: 'org_north',
  }
  test('apply when every list that is not empty fits, a category with those above it', () => {
    expect(routed(fitting, rule('all', 'network', when)).ruleId).toBe('all')
  })

  test.each([
    { serviceId: 'door' },
    { serviceId: undefined },
    { categoryId: 'unknown' },
    { categoryId: undefined },
    { priority: 'P2' as const },
    { organisationId: 'org_south' },
    { title: 'Mail comes late' },
  ])('do not apply when one does not: %j', (other) => {
    expect(routed({ ...fitting, ...other }, rule('all', 'network', when)).ruleId).toBeUndefined()
  })

  test('end on a category that stands above itself', () => {
    expect(routed({ categoryId: 'ring' }, rule('1', 'network', { categoryIds: ['printer'] })).teamId).toBe(
      'team_service_desk',
    )
  })
})

describe('words', () => {
  const says = (text: Partial<Facts>, ...words: string[]) =>
    routed(text, rule('words', 'network', { words })).ruleId === 'words'

  test.each([
    ['in any case', { title: 'VPN is down' }, 'vpn'],
    ['in the description', { description: 'It is the vpn.' }, 'VPN'],
    ['beside punctuation', { title: '(VPN)-Zugang' }, 'vpn'],
    ['with umlauts in either spelling', { title: 'STRASSE und Tür' }, 'straße'],
    ['with umlauts written out', { title: 'Die Tuer klemmt' }, 'Tür'],
    ['as a phrase over a line break', { description: 'cannot\n  sign in' }, 'Sign  in'],
    ['at the very end', { title: 'again the vpn' }, 'vpn'],
  ])('are found %s', (_, text, word) => {
    expect(says(text, word)).toBe(true)
  })

  test.each([
    ['a part of a word', { title: 'vpnx and xvpn' }, 'vpn'],
    ['a part of a word before an umlaut', { title: 'Türöffner' }, 'tür'],
    ['a phrase with a word between', { title: 'sign me in' }, 'sign in'],
    [
      'title and description as one phrase in the wrong order',
      { title: 'in', description: 'sign' },
      'sign in',
    ],
    ['nothing but signs', { title: '.* [a] ($)' }, '.*'],
    ['an empty word', { title: 'anything' }, ' '],
    ['a pattern', { title: 'vpn' }, 'v.n'],
  ])('are not found as %s', (_, text, word) => {
    expect(says(text, word)).toBe(false)
  })

  test('one of several is enough', () => {
    expect(says({ title: 'The printer' }, 'scanner', 'printer')).toBe(true)
  })

  test('take no longer for a text made to be slow', () => {
    const description = 'a '.repeat(10_000)
    const phrases = Array.from({ length: 50 }, (_, n) => `${'a '.repeat(90)}b${n}`)
    const began = performance.now()
    expect(says({ description }, ...phrases)).toBe(false)
    expect(performance.now() - began).toBeLessThan(1500)
  })
})
