import { describe, expect, test } from 'vitest'
import { isOwnOrigin } from '../../portal/lib/origin.ts'

const deployed = new URL('https://help.example.com')
const local = new URL('http://localhost:3000')

describe('isOwnOrigin', () => {
  test('accepts our own origin', () => {
    expect(isOwnOrigin('https://help.example.com', deployed)).toBe(true)
    expect(isOwnOrigin('http://localhost:3000', local)).toBe(true)
  })

  test('takes the loopback names for the same place', () => {
    expect(isOwnOrigin('http://127.0.0.1:3000', local)).toBe(true)
  })

  test.each([
    [null, deployed],
    ['null', deployed],
    ['', deployed],
    ['http://help.example.com', deployed],
    ['https://help.example.com.evil.example', deployed],
    ['https://evil.example', deployed],
    ['http://localhost:3000', deployed],
    ['http://127.0.0.1:3001', local],
    ['http://evil.example:3000', local],
  ])('refuses %j for %s', (origin, portal) => {
    expect(isOwnOrigin(origin, portal)).toBe(false)
  })
})
