import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smsText } from '../../../functions/notifications/sms-text.ts'

const url = `https://desk.evenkeel.example/a/000123.${'x'.repeat(43)}`

const link = 'https://desk.example/i/INC-000123'

describe('smsText', () => {
  test('keeps what fits, in signs that every phone has', () => {
    expect(smsText('P1 INC-000123: “Größe” – it’s down…', url)).toBe(
      `P1 INC-000123: "Größe" - it's down... ${url}`,
    )
  })

  test('cuts the end of the words, never the link', () => {
    const text = smsText(`P1 INC-000123: ${'very '.repeat(60)}`, url)
    expect(text).toHaveLength(160)
    expect(text.endsWith(`... ${url}`)).toBe(true)
  })

  test('cuts between words', () => {
    const text = smsText(`P1 INC-000123: ${'database '.repeat(30)}`, url)
    expect(text).toMatch(/^P1 INC-000123: (?:database )*database\.\.\. https/)
    const [whole, cut] = [`${'a'.repeat(76)} ${'b'.repeat(9)}`, `${'a'.repeat(77)} ${'b'.repeat(90)}`]
    expect(smsText(`${whole} c`, link)).toBe(`${whole} c ${link}`)
    expect(smsText(cut, link)).toBe(`${'a'.repeat(77)}... ${link}`)
  })

  test('cuts a word only where it is too long to go without', () => {
    expect(smsText(`P1 ${'x'.repeat(200)}`, link)).toBe(`P1 ${'x'.repeat(154 - link.length - 1)}... ${link}`)
  })

  test('leaves no half of a sign behind', () => {
    for (let before = 0; before < 4; before++) {
      const text = smsText('a'.repeat(before) + '🔥'.repeat(90), link)
      expect(text.isWellFormed()).toBe(true)
      expect(text).toContain('🔥...')
    }
  })

  test('fits into one message whatever the words are, if the link leaves room for them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (words) => {
        const text = smsText(words, url)
        const double = text.match(/[\^{}\\[\]~|€]/g)?.length ?? 0
        expect(text.length + double).toBeLessThanOrEqual(160)
      }),
    )
  })
})
