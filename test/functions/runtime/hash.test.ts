import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, hmac, sameDigest, sha256 } from '../../../functions/runtime/hash.ts'

describe('canonical JSON', () => {
  test('has one spelling for one content', () => {
    expect(canonicalJson({ b: 1, a: [{ d: undefined, c: null }, undefined] })).toBe(
      '{"a":[{"c":null},null],"b":1}',
    )
    expect(canonicalJson(undefined)).toBe('null')
  })

  test('does not depend on the order of members', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(value))
      }),
    )
  })

  test('is JSON of the same content', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('digests', () => {
  test('are those of the standard, in base64url', () => {
    expect(sha256('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0')
    expect(hmac('key', 'The quick brown fox jumps over the lazy dog')).toBe(
      '97yD9DBThCSxMpjmqm-xQ-9NWaFJRhdZl0edvC0aPNg',
    )
  })

  test('are the same or not, whatever their length', () => {
    expect(sameDigest(sha256('a'), sha256('a'))).toBe(true)
    expect(sameDigest(sha256('a'), sha256('b'))).toBe(false)
    expect(sameDigest('short', sha256('b'))).toBe(false)
  })
})
