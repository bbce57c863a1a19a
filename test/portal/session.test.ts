import { beforeEach, describe, expect, test, vi } from 'vitest'
import { cookieName, setCookie } from '../../portal/lib/cookies.ts'
import { open, seal } from '../../portal/lib/seal.ts'
import { endedSession, readRefreshToken, readSession, sessionCookies } from '../../portal/lib/session.ts'

const secret = 'a secret of the portal'
const jarOf = (cookies: { name: string; value: string }[]) => ({
  get: (name: string) => cookies.find((cookie) => cookie.name === name),
})

beforeEach(() => {
  vi.stubEnv('SESSION_KEY', secret)
  vi.stubEnv('PORTAL_URL', 'http://localhost:3000')
})

describe('seal', () => {
  test('opens what it sealed, for the same purpose and with the same secret only', async () => {
    const sealed = await seal({ person: 'riley' }, { purpose: 'session', secret, seconds: 60 })
    expect(await open(sealed, { purpose: 'session', secret })).toMatchObject({ person: 'riley' })
    expect(await open(sealed, { purpose: 'refresh', secret })).toBeUndefined()
    expect(await open(sealed, { purpose: 'session', secret: 'another' })).toBeUndefined()
  })

  test('does not open what was changed, has expired or is no seal at all', async () => {
    const sealed = await seal({}, { purpose: 'session', secret, seconds: 60 })
    const changed = `${sealed.slice(0, -4)}${sealed.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`
    const expired = await seal({}, { purpose: 'session', secret, seconds: -60 })
    for (const value of [changed, expired, 'nonsense', '', undefined]) {
      expect(await open(value, { purpose: 'session', secret })).toBeUndefined()
    }
  })
})

describe('session cookies', () => {
  const tokens = { accessToken: 'a'.repeat(1500), refreshToken: 'r'.repeat(1800), expiresInSeconds: 3600 }

  test('carry the tokens apart, encrypted, each within what a browser keeps', async () => {
    const cookies = await sessionCookies(tokens)
    expect(cookies.map(({ name }) => name)).toEqual(['evenkeel-3000-session', 'evenkeel-3000-refresh'])
    for (const { name, value } of cookies) {
      expect(name.length + value.length).toBeLessThan(4000)
      expect(value).not.toContain('aaaa')
    }
    expect(await readSession(jarOf(cookies))).toMatchObject({ accessToken: tokens.accessToken })
    expect(await readRefreshToken(jarOf(cookies))).toBe(tokens.refreshToken)
  })

  test('are refused when a browser would drop them without a word', async () => {
    await expect(sessionCookies({ ...tokens, accessToken: 'a'.repeat(4000) })).rejects.toThrow(
      'session cookie',
    )
  })

  test('one is not taken for the other', async () => {
    const [session] = await sessionCookies(tokens)
    const swapped = [{ name: 'evenkeel-3000-refresh', value: session?.value ?? '' }]
    expect(await readRefreshToken(jarOf(swapped))).toBeUndefined()
  })

  test('end empty and at once', () => {
    for (const { value, maxAge } of endedSession()) expect([value, maxAge]).toEqual(['', 0])
  })
})

describe('cookies', () => {
  const cookie = { name: 'n', value: 'v', maxAge: 60 }

  test('are bound to the host under https, and carry the port locally', () => {
    expect(cookieName('session', new URL('https://help.example.com'))).toBe('__Host-evenkeel-session')
    expect(cookieName('session', new URL('http://localhost:3300'))).toBe('evenkeel-3300-session')
  })

  test('are out of reach for script and other sites', () => {
    expect(setCookie(cookie, new URL('https://help.example.com'))).toBe(
      'n=v; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure',
    )
    expect(setCookie(cookie, new URL('http://localhost:3000'))).not.toContain('Secure')
  })
})
