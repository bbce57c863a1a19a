import { describe, expect, test } from 'vitest'
import { messages } from '../../../functions/notifications/messages.ts'

const named = { number: 'INC-000123', title: 'T', who: 'Ana', priority: 'P1', step: 1, of: 3, targets: 'L1' }

/** Every sentence by its path, with functions called. */
function sentences(value: unknown, path = ''): Record<string, string> {
  if (typeof value === 'function') {
    const argument = path.endsWith('caughtUp') ? [1, 2] : /until|quotedFrom/.test(path) ? 'X' : named
    return { [path]: String(value(argument)) }
  }
  if (typeof value === 'object' && value) {
    return Object.assign({}, ...Object.entries(value).map(([key, item]) => sentences(item, `${path}.${key}`)))
  }
  return { [path]: String(value) }
}

describe('messages', () => {
  const [en, de] = [sentences(messages.en), sentences(messages.de)]

  test('say the same things in both languages', () => {
    expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort())
  })

  test.each(Object.keys(en))('%s is a whole sentence in each', (key) => {
    for (const sentence of [en[key], de[key]]) {
      expect(sentence).toMatch(/\S/)
      expect(sentence).not.toMatch(/undefined|null|\[object|NaN/)
    }
  })
})
