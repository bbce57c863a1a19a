import { describe, expect, test } from 'vitest'
import { faultBody, problemOf } from '../../../functions/runtime/problem.ts'
import { forbidden, notFound, Refusal } from '../../../functions/runtime/refusal.ts'
import { stale } from '../../../functions/runtime/stale.ts'

const text = { en: 'No.', de: 'Nein.' }

describe('a refusal', () => {
  test('becomes a problem document in the reader’s language', () => {
    expect(problemOf(notFound(), 'de')).toEqual({
      status: 404,
      headers: { 'content-type': 'application/problem+json', 'content-language': 'de' },
      body: {
        type: 'urn:evenkeel:problem:not_found',
        title: 'Nicht gefunden',
        status: 404,
        detail: 'Hier ist nichts, oder es ist nicht für Sie bestimmt.',
        code: 'not_found',
      },
    })
  })

  test.each([
    [new Refusal('unauthenticated', text), 401],
    [forbidden(), 403],
    [new Refusal('malformed', text), 400],
    [new Refusal('too_large', text), 413],
    [new Refusal('unsupported_type', text), 415],
    [new Refusal('method_not_allowed', text), 405],
    [new Refusal('precondition_required', text), 428],
    [stale(), 412],
    [new Refusal('illegal_move', text), 409],
    [new Refusal('conflict', text), 409],
    [new Refusal('incomplete', text), 422],
    [new Refusal('key_reused', text), 422],
    [new Refusal('too_many_requests', text), 429],
    [new Refusal('unavailable', text), 503],
  ])('%s travels with %i and a title in both languages', (refusal, status) => {
    expect(problemOf(refusal, 'en').body).toMatchObject({ status, title: expect.stringMatching(/^[A-Z]/) })
    expect(problemOf(refusal, 'de').body.title).not.toBe(refusal.code)
  })

  test('carries what helps: errors, legal moves, the current state', () => {
    const extras = {
      errors: [{ path: 'title', message: 'too long' }],
      legalMoves: ['closed'],
      current: { id: 1 },
    }
    expect(problemOf(new Refusal('illegal_move', text, extras), 'en').body).toMatchObject(extras)
  })

  test('says how to sign in, and how long to wait', () => {
    expect(problemOf(new Refusal('unauthenticated', text), 'en').headers['www-authenticate']).toBe('Bearer')
    const waiting = problemOf(new Refusal('too_many_requests', text, { retryAfterSeconds: 30 }), 'en')
    expect(waiting.headers['retry-after']).toBe('30')
    expect(waiting.body).not.toHaveProperty('retryAfterSeconds')
  })
})

test('a fault tells the outside nothing but where to look', () => {
  expect(Object.keys(faultBody('r1')).sort()).toEqual(['requestId', 'status', 'title', 'type'])
})
