import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupsIn } from '../../../functions/search/query.ts'
import { mayHave, signatureOf } from '../../../functions/search/signature.ts'
import { folded, tokensOf } from '../../../functions/search/words.ts'

const words = (text: string) => tokensOf(text).map(({ word }) => word)
const asked = (text: string) => groupsIn(text)

describe('the words of a text', () => {
  test.each<[string, string[]]>([
    ['Der Drucker druckt nicht', ['drucker', 'druckt']],
    ['Überlauf, UEBERLAUF und U\u0308berlauf', ['uberlauf', 'uberlauf', 'uberlauf']],
    ['Straße STRASSE', ['strasse', 'strasse']],
    ['VPN-Gateway', ['vpn-gateway', 'vpn', 'gateway']],
    ['Error 0x80070057 on srv-db01.', ['error', '0x80070057', 'srv-db01', 'srv', 'db01']],
    ['Ana.Ruiz@example.com', ['ana.ruiz@example.com', 'ana', 'ruiz', 'example', 'com']],
    ['see inc123 and INC-000123', ['see', 'inc-000123', 'inc-000123']],
    ['don’t', ['dont']],
    ['10.0.0.15', ['10.0.0.15', '10', '15']],
    ['🚒 שלום', ['שלום']],
    ['the und a', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  test('are found by whatever they begin with, once both are folded', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zäöüß]{3,20}$/), fc.integer({ min: 1, max: 19 }), (word, length) => {
        expect(folded(word).startsWith(folded(word.slice(0, length)))).toBe(true)
      }),
    )
  })
})

describe('what is asked for', () => {
  test.each<[string, unknown]>([
    ['VPN Gateway', [{ words: ['vpn'] }, { words: ['gateway'] }]],
    ['the printer in the office', [{ words: ['printer'] }, { words: ['office'] }]],
    ['gate*', [{ words: ['gate'], prefix: true }]],
    ['ga*', [{ words: ['ga'] }]],
    ['vpn-gate*', [{ words: ['vpn'] }, { words: ['gate'], prefix: true }]],
    ['srv-db01', [{ words: ['srv-db01'] }]],
    ['INC-000123', [{ words: ['inc-000123'] }]],
    ['000123', [{ words: ['000123', 'inc-000123'] }]],
    ['mail mail', [{ words: ['mail'] }]],
    ['und', []],
    ['***', []],
  ])('%s', (text, expected) => {
    expect(asked(text)).toEqual(expected)
  })

  test('is at most eight words of a pasted text', () => {
    expect(asked(Array.from({ length: 40 }, (_, n) => `word${n}`).join(' '))).toHaveLength(8)
  })
})

describe('a signature', () => {
  const terms = fc.array(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 300 })
  test('never says no to what was signed', () => {
    fc.assert(
      fc.property(terms, (some) => {
        const signature = signatureOf(some)
        expect(some.every((term) => mayHave(signature, term))).toBe(true)
      }),
    )
  })

  test.each([
    [60, 0.01],
    [300, 0.01],
    [1000, 0.1],
  ])('of %i words stays below 0.7 KB and says yes wrongly to less than %d', (count, most) => {
    const signature = signatureOf(Array.from({ length: count }, (_, n) => `word${n}`))
    const wrong = Array.from({ length: 20_000 }, (_, n) => mayHave(signature, `other${n}`)).filter(Boolean)
    expect(signature.length).toBeLessThanOrEqual(700)
    expect(wrong.length / 20_000).toBeLessThan(most)
  })
})
