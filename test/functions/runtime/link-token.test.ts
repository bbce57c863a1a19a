import { describe, expect, test } from 'vitest'
import {
  type LinkSubject,
  linkToken,
  linkTokenHash,
  parseLinkToken,
} from '../../../functions/runtime/link-token.ts'

const key = 'k'.repeat(64)
const subject: LinkSubject = {
  purpose: 'acknowledge',
  incidentId: 'INC-000123',
  occasion: 'I#000001',
  step: '1',
  personId: 'ana',
}

describe('link token', () => {
  test('is the same for the same subject, so that a retried mail has the same link', () => {
    expect(linkToken(key, subject)).toBe(linkToken(key, { ...subject }))
    expect(linkToken(key, subject)).toMatch(/^000123\.[\w-]{43}$/)
  })

  test.each([
    { purpose: 'survey' as const },
    { incidentId: 'INC-000124' },
    { occasion: 'I#000002' },
    { step: '2' },
    { personId: 'ben' },
  ])('differs with %j', (change) => {
    const secret = (token: string) => token.split('.')[1]
    expect(secret(linkToken(key, { ...subject, ...change }))).not.toBe(secret(linkToken(key, subject)))
    expect(linkToken('j'.repeat(64), subject)).not.toBe(linkToken(key, subject))
  })

  test('leads to its incident and to the hash it is stored under', () => {
    const token = linkToken(key, { ...subject, incidentId: 'INC-1234567' })
    expect(parseLinkToken(token)).toEqual({ incidentId: 'INC-1234567', hash: linkTokenHash(token) })
  })

  test('has another hash with any one character changed', () => {
    const token = linkToken(key, subject)
    const hashes = [...token].map((sign, at) => {
      const altered = token.slice(0, at) + (sign === 'A' ? 'B' : 'A') + token.slice(at + 1)
      return parseLinkToken(altered)?.hash
    })
    expect(hashes).not.toContain(linkTokenHash(token))
  })

  test.each([
    '',
    '000123',
    '000123.',
    'INC-000123.x',
    `12.${'a'.repeat(43)}`,
    `000123.${'a'.repeat(44)}`,
    '../..',
  ])('is not %j', (text) => {
    expect(parseLinkToken(text)).toBeUndefined()
  })
})
