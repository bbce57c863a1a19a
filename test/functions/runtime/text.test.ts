import { expect, test } from 'vitest'
import { languageOf } from '../../../functions/runtime/text.ts'

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['de', 'de'],
  ['de-AT', 'de'],
  ['DE', 'de'],
  ['fr', 'en'],
  ['fr, de;q=0.5', 'de'],
  ['de;q=0.4, en;q=0.8', 'en'],
  ['en;q=0.4,de;q=0.8', 'de'],
  ['de;q=0', 'en'],
  ['*', 'en'],
  ['den', 'en'],
  [';;,,q=', 'en'],
])('of %o is %s', (preference, language) => {
  expect(languageOf(preference)).toBe(language)
})
