import { describe, expect, test } from 'vitest'
import { commandFor, keyHelp, pageKeys, places } from '../../portal/lib/keys.ts'

const press = (key: string, more = {}) => commandFor({ key, isTyping: false, isModified: false, ...more })

describe('keys', () => {
  test.each([
    ['j', { do: 'step', by: 1 }],
    ['k', { do: 'step', by: -1 }],
    ['x', { do: 'pick' }],
    ['/', { do: 'search' }],
    ['?', { do: 'help' }],
    ['a', { do: 'press', key: 'a' }],
  ])('%s does its work', (key, command) => {
    expect(press(key)).toEqual(command)
  })

  test('do nothing while somebody types, and leave the keys of the browser alone', () => {
    for (const key of ['j', 'a', '/', '?']) {
      expect(press(key, { isTyping: true })).toBeUndefined()
      expect(press(key, { isModified: true })).toBeUndefined()
    }
    expect(press('Enter')).toBeUndefined()
  })

  test('that come after g lead to a place, and to nothing else', () => {
    expect(press('q', { before: 'g' })).toEqual({ do: 'go', to: '/queue' })
    expect(press('j', { before: 'g' })).toBeUndefined()
    expect(press('q')).toBeUndefined()
  })

  test('are all told in the help, and the help tells no others', () => {
    const told = Object.values(keyHelp).flatMap((keys) => keys.map(([key]) => key))
    for (const key of pageKeys) expect(told).toContain(key)
    for (const key of told) {
      const [first = '', second] = key.split(' ')
      expect(second ? places[second] : press(first), key).toBeDefined()
    }
  })
})
