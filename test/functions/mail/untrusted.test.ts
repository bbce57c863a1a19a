import fc from 'fast-check'
import { describe, test } from 'vitest'
import { beginning, escapeHtml, headerLine } from '../../../functions/mail/untrusted.ts'

describe('untrusted text', () => {
  test('never opens a tag or leaves an attribute', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[<>"']/.test(escapeHtml(text))))
  })

  test('is one line in a header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => !/[\p{Cc}\u2028\u2029]/u.test(headerLine(text))),
    )
  })

  test('is cut between characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (text, length) => {
        const cut = beginning(text, length)
        return text.length <= length ? cut === text : text.startsWith(cut.slice(0, -2)) && cut.isWellFormed()
      }),
    )
  })
})
