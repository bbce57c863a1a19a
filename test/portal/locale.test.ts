import { describe, expect, test } from 'vitest'
import { clockFor } from '../../portal/lib/clock.ts'
import { decodeFlash, encodeFlash } from '../../portal/lib/flash.ts'
import { chooseLocale } from '../../portal/lib/locale.ts'
import { messages } from '../../portal/messages/messages.ts'

describe('chooseLocale', () => {
  test.each([
    ['de', 'en', 'de'],
    [undefined, 'de-AT,de;q=0.9,en;q=0.8', 'de'],
    [undefined, 'fr;q=0.9, en;q=0.3, de;q=0.7', 'de'],
    ['fr', 'fr', 'en'],
    [undefined, null, 'en'],
  ])('of the choice %j and the browser’s %j is %s', (chosen, header, locale) => {
    expect(chooseLocale(chosen, header)).toBe(locale)
  })
})

describe('clockFor', () => {
  const now = new Date('2026-11-23T10:00:00Z')

  test('speaks from the given now, in the given language and zone', () => {
    const berlin = clockFor({ locale: 'de', zone: 'Europe/Berlin', now })
    expect(berlin.relative('2026-11-23T09:55:00Z')).toBe('vor 5 Minuten')
    expect(berlin.full('2026-11-23T10:00:00Z')).toContain('11:00')
    expect(clockFor({ locale: 'en', zone: 'UTC', now }).relative('2026-11-23T10:05:00Z')).toBe('in 5 minutes')
  })
})

describe('a clock for a reader whose zone nobody knows', () => {
  test('names the zone that it speaks in', () => {
    const clock = clockFor({ locale: 'en', now: new Date('2026-11-23T10:00:00Z') })
    expect(clock.full('2026-11-23T10:00:00Z')).toBe('23 Nov 2026, 10:00 UTC')
  })
})

describe('a flash', () => {
  test('comes back as it was set', () => {
    const flash = { key: 'reported', number: 'INC-000123' } as const
    expect(decodeFlash(encodeFlash(flash), messages.en.flash)).toEqual(flash)
  })

  test('says nothing but our own sentences', () => {
    const forged = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url')
    expect(decodeFlash(forged({ key: 'constructor' }), messages.en.flash)).toBeUndefined()
    expect(decodeFlash(forged({ key: 'reported', number: 'Call 555' }), messages.en.flash)).toEqual({
      key: 'reported',
    })
    expect(decodeFlash('nonsense', messages.en.flash)).toBeUndefined()
  })
})
