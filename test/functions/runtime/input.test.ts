import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { parseBody, parseQuery } from '../../../functions/runtime/input.ts'
import { Refusal } from '../../../functions/runtime/refusal.ts'

const Schema = z.object({
  title: z.string().check(z.minLength(1), z.maxLength(5)),
  age: z.optional(z.number()),
})
const event = (body: string | undefined, headers = {}, isBase64Encoded = false) =>
  ({ body, headers, isBase64Encoded }) as unknown as APIGatewayProxyEventV2

const refusalOf = (run: () => unknown): Refusal => {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('Nothing was refused.')
}
const refused = (body: string | undefined, headers = {}, language: 'en' | 'de' = 'en') =>
  refusalOf(() => parseBody(event(body, headers), Schema, language))

describe('a body', () => {
  test('is read as its schema reads it', () => {
    expect(parseBody(event('{"title":"abc","more":1}'), Schema, 'en')).toEqual({ title: 'abc' })
  })

  test('may come in base64 and in a type of JSON', () => {
    const base64 = Buffer.from('{"title":"ä"}').toString('base64')
    expect(parseBody(event(base64, {}, true), Schema, 'en')).toEqual({ title: 'ä' })
    const typed = event('{"title":"a"}', { 'content-type': 'application/merge-patch+json; charset=utf-8' })
    expect(parseBody(typed, Schema, 'en')).toEqual({ title: 'a' })
  })

  test.each([
    ['not JSON', '{', {}, 'malformed', 400],
    ['of another type', '{}', { 'content-type': 'text/plain' }, 'unsupported_type', 415],
    [
      'of a type that only begins alike',
      '{}',
      { 'content-type': 'application/jsonx' },
      'unsupported_type',
      415,
    ],
    ['too large', `"${'ä'.repeat(131_072)}"`, {}, 'too_large', 413],
    ['missing', undefined, {}, 'incomplete', 422],
    ['a list', '[]', {}, 'incomplete', 422],
  ])('%s is refused', (_, body, headers, code, status) => {
    expect(refused(body, headers)).toMatchObject({ code, status })
  })

  test('names every field that does not fit, with its path', () => {
    const { extras } = refused('{"title":"too long","age":"old"}')
    expect(extras.errors?.map(({ path }) => path)).toEqual(['title', 'age'])
  })

  test('is explained in the reader’s language', () => {
    const message = (language: 'en' | 'de') =>
      refused('{"title":7}', {}, language).extras.errors?.[0]?.message
    expect(message('en')).toMatch(/expected string/i)
    expect(message('de')).toMatch(/Ungültige Eingabe/)
    expect(refused('{', {}, 'de').sentence.de).toMatch(/kein JSON/)
  })

  test('with a prototype in it is only data', () => {
    const read = parseBody(event('{"title":"a","__proto__":{"admin":true}}'), Schema, 'en') as {
      admin?: boolean
    }
    expect(read.admin).toBeUndefined()
  })
})

describe('a query string', () => {
  const Query = z.object({ limit: z.coerce.number().check(z.minimum(1)) })

  test('is read as its schema reads it', () => {
    const asked = { queryStringParameters: { limit: '7' } } as unknown as APIGatewayProxyEventV2
    expect(parseQuery(asked, Query, 'en')).toEqual({ limit: 7 })
  })

  test('that does not fit is malformed', () => {
    const asked = { queryStringParameters: { limit: 'many' } } as unknown as APIGatewayProxyEventV2
    expect(refusalOf(() => parseQuery(asked, Query, 'en'))).toMatchObject({ code: 'malformed', status: 400 })
  })
})
