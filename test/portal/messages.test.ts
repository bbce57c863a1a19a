import { describe, expect, test } from 'vitest'
import { pageWords } from '../../functions/notifications/page-words.ts'
import { messages } from '../../portal/messages/messages.ts'

type Tree = { readonly [key: string]: string | Tree }

/** Every message under its full key. */
const flat = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  )

/** What a plural says is in braces as well, and may be a single word. */
const branch = /(?<!plural,[^{}]*(?:\{[^{}]*\}[^{}]*)*)/.source
const placeholder = new RegExp(`${branch}\\{(\\w+)(?:\\}|,\\s*(\\w+))`, 'g')
const placeholders = (message: string) =>
  [...message.matchAll(placeholder)].map(([, name, kind = 'text']) => `${name}:${kind}`).sort()

const english = new Map(flat(messages.en))
const german = new Map(flat(messages.de))

describe('the placeholders of a message', () => {
  test.each([
    ['{name} by {day}', ['day:text', 'name:text']],
    ['{count, plural, one {once} other {# times}} by {name}', ['count:plural', 'name:text']],
    ['{count, plural, =0 {none} one {{name} waits} other {# wait}}', ['count:plural', 'name:text']],
  ])('are not what its plurals say: %s', (message, found) => {
    expect(placeholders(message)).toEqual(found)
  })
})

describe('messages', () => {
  test('exist under the same keys in both languages', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test('have the same placeholders in both languages', () => {
    for (const [key, message] of english) {
      expect(placeholders(german.get(key) ?? ''), key).toEqual(placeholders(message))
    }
  })

  test('are written, in both languages, and have no key that use-intl would read as a path', () => {
    for (const [key, message] of [...english, ...german]) {
      expect(message.trim(), key).not.toBe('')
      expect(key.split('.').length, key).toBe(2)
    }
  })

  test('name the button behind the link of a page as the page names it', () => {
    for (const language of ['en', 'de'] as const)
      expect(messages[language].acknowledge.button).toBe(pageWords[language].button)
  })

  test('never blame', () => {
    for (const [key, message] of [...english, ...german]) {
      expect(message, key).not.toMatch(
        /\b(invalid|illegal|wrong input|you failed|ungültig|Ihr Fehler|falsche Eingabe)\b/i,
      )
    }
  })
})
