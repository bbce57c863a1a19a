import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smsText } from '../../../functions/notifications/sms-text.ts'

const url = `https://desk.evenkeel.example/a/000123.${'x'.repeat(43)}`

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
