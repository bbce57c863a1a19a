import { describe, expect, test } from 'vitest'
import { localPath } from '../../portal/lib/return-to.ts'

describe('localPath', () => {
  test.each(['/', '/incidents/INC-000123', '/queue?view=mine&state=new', '/incidents/INC-1#reply'])(
    'keeps %s',
    (path) => {
      expect(localPath(path)).toBe(path)
    },
  )

  test.each([
    null,
    '',
    'incidents',
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    '\\\\elsewhere.example/',
    '/\t/elsewhere.example/',
    '/\n/elsewhere.example',
    '/..//elsewhere.example/',
    'javascript:alert(1)',
    ' /queue',
    '/auth/sign-in?returnTo=/auth/sign-in',
    `/${'a'.repeat(3000)}`,
  ])('does not follow %j', (path) => {
    expect(localPath(path)).toBe('/')
  })

  test('goes to the fallback that it is given', () => {
    expect(localPath('//elsewhere.example', '/queue')).toBe('/queue')
  })
})
