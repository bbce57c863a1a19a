import { describe, expect, test } from 'vitest'
import { againRoute, troubled, troubleRoute, untroubled } from '../../portal/lib/trouble.ts'

describe('a troubled address', () => {
  test('leads to the route that can answer with its status, and back', () => {
    const address = troubled('/queue?view=mine', 503)
    expect(address).toBe('/queue?view=mine&trouble=503')
    expect(troubleRoute(new URL(address, 'http://localhost').searchParams, false)).toBe('/trouble/503')
    expect(untroubled(address)).toBe('/queue?view=mine')
  })

  test('is tried again when it was shown already', () => {
    expect(troubleRoute(new URLSearchParams('trouble=503'), true)).toBe(againRoute)
  })

  test.each(['', 'trouble=200', 'trouble=../auth', 'trouble='])('is not made by %j', (query) => {
    expect(troubleRoute(new URLSearchParams(query), true)).toBeUndefined()
  })
})
