import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { securityHeaders } from '../../portal/lib/security-headers.ts'

const root = join(import.meta.dirname, '../../portal')
const sources = (pattern: string) =>
  globSync(pattern, { cwd: root }).map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))

describe('security headers', () => {
  const headers = securityHeaders({
    nonce: 'n0nce',
    portal: new URL('https://help.example.com'),
    development: false,
  })

  test('let no inline script and no inline style through', () => {
    const policy = headers['content-security-policy']
    expect(policy).toContain("script-src 'self' 'nonce-n0nce' 'strict-dynamic'")
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
  })

  test('ask for https only where there is https', () => {
    const local = securityHeaders({
      nonce: 'n',
      portal: new URL('http://localhost:3000'),
      development: false,
    })
    expect(headers['strict-transport-security']).toBeDefined()
    expect(local['strict-transport-security']).toBeUndefined()
    expect(local['content-security-policy']).not.toContain('upgrade-insecure-requests')
  })
})

describe('the portal’s sources', () => {
  test('answer forms through the one handler that checks the origin', () => {
    for (const { file, text } of sources('app/**/route.{ts,tsx}')) {
      if (!/export (const|async function|function) POST/.test(text)) continue
      expect(text, file).toMatch(/= formPost\(/)
    }
  })

  test('hold no inline style, no raw HTML and no server action', () => {
    for (const { file, text } of sources('{app,components,views}/**/*.tsx')) {
      expect(text, file).not.toMatch(/style=\{|dangerouslySetInnerHTML|'use server'/)
    }
  })

  test('import nothing but types from the functions', () => {
    for (const { file, text } of sources('{app,components,lib,views,messages}/**/*.{ts,tsx}')) {
      for (const [line] of text.matchAll(/^import .*functions\/.*$/gm))
        expect(line, file).toMatch(/^import type /)
    }
  })
})
