import { describe, expect, test } from 'vitest'
import { highlight } from '../../portal/lib/highlight.ts'

const hits = (text: string, query: string) =>
  highlight(text, query).flatMap(({ text: piece, isHit }) => (isHit ? [piece] : []))

describe('searched words', () => {
  test('are marked by their beginning, whatever their case and accents', () => {
    expect(hits('VPN gateways drop, VPN-Gateway is down', 'vpn gate*')).toEqual([
      'VPN',
      'gateways',
      'VPN',
      'Gateway',
    ])
    expect(hits('Das Café öffnet', 'cafe offnet')).toEqual(['Café', 'öffnet'])
    expect(hits('a mailbox', 'box')).toEqual([])
  })

  test('leave every character of the text where it was', () => {
    for (const text of ['<b>VPN</b> & more', '', '  spaces  ', 'ﬁn 👩‍💻 mañana'])
      expect(
        highlight(text, 'vpn more man')
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
  })
})
