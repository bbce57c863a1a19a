import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { featuresOf } from '../../../functions/triage/features.ts'
import { tellingWords, wordsIn } from '../../../functions/triage/words.ts'

describe('the words of a text', () => {
  test.each([
    ['Drucker im 3. Stock geht NICHT', ['drucker', 'stock']],
    ['Passwort zurücksetzen', ['passwort', 'zuruecksetzen']],
    ['Passwort zuruecksetzen', ['passwort', 'zuruecksetzen']],
    ['STRASSE straße', ['strasse']],
    ['Café café cafe', ['cafe']],
    ['The printer doesn’t print, it can’t', ['printer', 'print']],
    ['ﬁle server Ｆｉｌｅ', ['file', 'server']],
    ['error 0x80070005 code 691 call 00491234567', ['error', '0x80070005', 'code', '691', 'call']],
    ['constructor __proto__ toString', ['constructor', 'proto', 'tostring']],
    ['😀😀 🎉', []],
    ['', []],
    [' \n\t ', []],
    ['VPN\nvpn Vpn', ['vpn']],
  ])('%j are %j', (text, words) => {
    expect(tellingWords(text)).toEqual(words)
  })

  test('are at most 250, each of at most 40 letters, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        const words = tellingWords(text)
        expect(words.length).toBeLessThanOrEqual(250)
        for (const word of words) expect(word.length).toBeLessThanOrEqual(40)
        expect(new Set(words).size).toBe(words.length)
      }),
    )
    const many = Array.from({ length: 4000 }, (_, n) => `w${n}x`).join(' ')
    expect(tellingWords(many)).toHaveLength(250)
    expect(tellingWords('a'.repeat(20_000))).toEqual(['a'.repeat(40)])
  })

  test('do not change when they are taken once more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const words = wordsIn(text)
        expect(wordsIn(words.join(' '))).toEqual(words)
      }),
    )
  })

  test('meet in their stems, and a service is no word', () => {
    expect(featuresOf(['passwort', 'passworts', 'svc'], 'svc_vpn')).toEqual(['passwo', 'svc', '@svc_vpn'])
  })
})
