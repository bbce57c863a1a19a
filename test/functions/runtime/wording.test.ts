import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { wordingFor } from '../../../functions/runtime/wording.ts'

const Asked = z.object({ name: z.string(), days: z.number().check(z.maximum(365), z.minimum(1)) })
const said = (value: unknown, language: 'en' | 'de' = 'en') =>
  z.safeParse(Asked, value, { error: wordingFor(language) }).error?.issues.map(({ message }) => message)

test('says in the words of people what is missing or does not fit', () => {
  expect(said({ days: 7 })).toEqual(['Please fill this in.'])
  expect(said({ name: 'x', days: 'seven' }, 'de')).toEqual(['Geben Sie eine Zahl ein, etwa 12 oder 3,5.'])
  expect(said({ name: 'x', days: 400 })).toEqual(['Enter 365 or less.'])
  expect(said({ name: 'x', days: 0 }, 'de')).toEqual(['Geben Sie mindestens 1 ein.'])
})

test('leaves the rest to the validator, in the reader’s language', () => {
  expect(said({ name: 7, days: 7 }, 'de')?.[0]).toMatch(/[Uu]ngültig|erwartet/)
})
