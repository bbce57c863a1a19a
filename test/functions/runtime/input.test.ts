import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { readInput } from '../../../functions/runtime/input.ts'
import { Refusal } from '../../../functions/runtime/refusal.ts'

const Schema = z.object({
  title: z.string().check(z.minLength(1), z.maxLength(5)),
  age: z.optional(z.number()),
})
const event = (body: string | undefined, headers = {}, isBase64Encoded = false) =>
  ({ body, headers, isBase64Encoded }) as unknown as APIGatewayProxyEventV2

const readBody = (sent: APIGatewayProxyEventV2, language: 'en' | 'de' = 'en') =>
  bodyOf(readInput(sent, { body: Schema }, language))
const bodyOf = ({ body, refusal }: ReturnType<typeof readInput>) => {
  if (refusal) throw refusal
  return body
}

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
  refusalOf(() => readBody(event(body, headers), language))

describe('a body', () => {
  test('is read as its schema reads it', () => {
    expect(readBody(event('{"title":"abc","more":1}'))).toEqual({ title: 'abc' })
  })

  test('may come in base64 and in a type of JSON', () => {
    const base64 = Buffer.from('{"title":"ä"}').toString('base64')
    expect(readBody(event(base64, {}, true))).toEqual({ title: 'ä' })
    const typed = event('{"title":"a"}', { 'content-type': 'application/merge-patch+json; charset=utf-8' })
    expect(readBody(typed)).toEqual({ title: 'a' })
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
    ['nested more than 50 levels deep', `{"title":${'['.repeat(50)}${']'.repeat(50)}}`, {}, 'malformed', 400],
    ['nested as deep as it is long', `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`, {}, 'malformed', 400],
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

  test('may be nested 50 levels deep, however wide it is', () => {
    const deep = `${'['.repeat(48)}1${']'.repeat(48)}`
    const wide = Array.from({ length: 200 }, () => '[{}]').join()
    const more = `[${deep},${wide}]`
    expect(readBody(event(`{"title":"a","more":${more}}`))).toEqual({ title: 'a' })
  })

  test('with a prototype in it is only data', () => {
    const read = readBody(event('{"title":"a","__proto__":{"admin":true}}')) as {
      admin?: boolean
    }
    expect(read.admin).toBeUndefined()
  })
})

test('what a schema refuses is there as it was sent', () => {
  const { sent, refusal } = readInput(event('{"title":7}'), { body: Schema }, 'en')
  expect([sent, refusal?.code]).toEqual([{ title: 7 }, 'incomplete'])
})

describe('a query string', () => {
  const Query = z.object({ limit: z.coerce.number().check(z.minimum(1)) })

  test('is read as its schema reads it', () => {
    const asked = { queryStringParameters: { limit: '7' } } as unknown as APIGatewayProxyEventV2
    expect(readInput(asked, { query: Query }, 'en').query).toEqual({ limit: 7 })
  })

  test('that does not fit is malformed', () => {
    const asked = { queryStringParameters: { limit: 'many' } } as unknown as APIGatewayProxyEventV2
    expect(readInput(asked, { query: Query }, 'en').refusal).toMatchObject({ code: 'malformed', status: 400 })
  })
})
