import { describe, expect, test } from 'vitest'
import { isAwaited, testAddress, testIn } from '../../portal/lib/my-test.ts'
import type { AskedTest } from '../../portal/lib/notify-contract.ts'

const at = '2026-10-21T09:00:00.000Z'
const asked: AskedTest = { channel: 'sms', at }
const soon = new Date('2026-10-21T09:00:03Z')
const last = (status: string, when = at) => ({ channel: 'sms' as const, status, at: when })

describe('a test that was asked for', () => {
  test('is awaited until it is listed with what became of it', () => {
    expect(isAwaited(asked, undefined, soon)).toBe(true)
    expect(isAwaited(asked, last('delivered', '2026-10-21T08:59:59.999Z'), soon)).toBe(true)
    expect(isAwaited(asked, last('claimed'), soon)).toBe(true)
    for (const status of ['sent', 'failed', 'delivered', 'suppressed'])
      expect(isAwaited(asked, last(status), soon)).toBe(false)
  })

  test('is not awaited for ever', () => {
    expect(isAwaited(asked, undefined, new Date('2026-10-21T09:10:00Z'))).toBe(true)
    expect(isAwaited(asked, undefined, new Date('2026-10-21T09:10:01Z'))).toBe(false)
  })

  test('stands in the address of its page', () => {
    const query = Object.fromEntries(new URL(testAddress(asked), 'https://portal.invalid').searchParams)
    expect(testIn(query)).toEqual(asked)
    expect(testAddress(asked)).not.toContain('#')
  })

  test.each([
    {},
    { tested: 'sms' },
    { tested: 'pigeon', at },
    { tested: 'sms', at: 'now' },
    { tested: ['sms'], at: [at] },
  ])('is none of %o', (query) => {
    expect(testIn(query)).toBeUndefined()
  })
})
