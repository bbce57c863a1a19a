import { describe, expect, test } from 'vitest'
import { isForLinks, standingSession } from '../../portal/lib/session.ts'

const now = new Date('2026-11-23T10:00:00Z')
const seconds = now.getTime() / 1000
const session = { accessToken: 'a.b.c', since: seconds - 60, expiresAt: seconds + 60 }

describe('the session that a page calls the API with', () => {
  test.each(['/', '/announcements', '/incidents/INC-000001', '/about', '/surveyses/x'])(
    'stands on %s',
    (path) => {
      expect(standingSession(session, { path, now })).toBe(session)
    },
  )

  test.each(['/a/000123.secret', '/a/000123.secret/acknowledge', '/surveys/000123.secret?rating=4'])(
    'is none behind the link of a mail: %s',
    (path) => {
      expect(standingSession(session, { path, now })).toBeUndefined()
      expect(isForLinks(path)).toBe(true)
    },
  )

  test('is none once its token is over, also while nobody renews it', () => {
    expect(standingSession({ ...session, expiresAt: seconds }, { path: '/', now })).toBeUndefined()
    expect(standingSession({ ...session, expiresAt: seconds - 3600 }, { path: '/', now })).toBeUndefined()
    expect(standingSession(undefined, { path: '/', now })).toBeUndefined()
  })
})
