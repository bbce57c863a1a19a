import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { Preferences } from '../../../functions/preferences/preferences.ts'
import { StartTime, WallTime } from '../../../functions/runtime/wall-time.ts'
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

test('says what a list, a text and a pattern want, without a word of the validator', () => {
  const Form = z.object({
    people: z.array(z.string()).check(z.minLength(1), z.maxLength(2)),
    title: z.string().check(z.minLength(1), z.maxLength(5)),
  })
  const about = (value: object, language: 'en' | 'de' = 'en') =>
    z
      .safeParse(Form, { people: ['a'], title: 'x', ...value }, { error: wordingFor(language) })
      .error?.issues.map(({ message }) => message)
  expect(about({ people: [] })).toEqual(['Choose at least one.'])
  expect(about({ people: ['a', 'b', 'c'] }, 'de')).toEqual(['Hier passen nicht mehr als 2 hinein.'])
  expect(about({ title: '' })).toEqual(['Please fill this in.'])
  expect(about({ title: 'longer than that' })).toEqual(['Up to 5 characters fit in here.'])
})

test.each([
  ['a time', StartTime, '9 o’clock', 'Enter a time, such as 09:00.'],
  ['a time that may be midnight', WallTime, '25:00', 'Enter a time, such as 09:00.'],
  [
    'a phone number',
    Preferences.shape.phone,
    '0301234',
    'Begin with + and the country, such as +4930123456.',
  ],
  [
    'anything else',
    z.string().check(z.regex(/^x\d$/)),
    'y',
    'This is not written in the form that is needed here.',
  ],
])('shows by an example how %s is written', (_, schema, value, words) => {
  const { error } = z.safeParse(schema, value, { error: wordingFor('en') })
  expect(error?.issues.map(({ message }) => message)).toEqual([words])
})

test('leaves the rest to the validator, in the reader’s language', () => {
  expect(said({ name: 7, days: 7 }, 'de')?.[0]).toMatch(/[Uu]ngültig|erwartet/)
})
