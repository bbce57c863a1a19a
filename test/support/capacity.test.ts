import { describe, expect, test } from 'vitest'
import { itemBytes, readUnits, type StoredItem, writeUnits } from './capacity.ts'

const text = (bytes: number) => ({ S: 'x'.repeat(bytes) })
const index = { name: 'byTeam', keys: ['teamKey', 'order'], carries: ['pk', 'title'] }
const plain = { indexes: [index], transactional: false }
const item = (more: StoredItem = {}): StoredItem => ({ pk: text(98), ...more })

describe('bytes of an item', () => {
  test.each<[string, StoredItem, number]>([
    ['a text counts its name and its UTF-8 bytes', { name: { S: 'Zoë' } }, 4 + 4],
    ['a number counts a byte for two digits and one more', { n: { N: '12345' } }, 1 + 4],
    ['zeroes at the ends of a number are free', { n: { N: '1200' } }, 1 + 2],
    ['a minus sign is a byte', { n: { N: '-12' } }, 1 + 3],
    ['yes, no and nothing are one byte', { a: { BOOL: true }, b: { NULL: true } }, 2 + 2],
    ['bytes are bytes', { b: { B: new Uint8Array(40) } }, 1 + 40],
    ['a map is three bytes and one for each entry', { m: { M: { ab: { S: 'c' } } } }, 1 + 3 + 1 + 2 + 1],
    ['a list is three bytes and one for each entry', { l: { L: [{ S: 'a' }, { S: 'b' }] } }, 1 + 3 + 2 + 2],
  ])('%s', (_, stored, bytes) => {
    expect(itemBytes(stored)).toBe(bytes)
  })
})

describe('reading', () => {
  test('costs a unit for every started 4 KB, half of it where a moment of age is allowed', () => {
    expect(readUnits(4096, { consistent: true })).toBe(1)
    expect(readUnits(4097, { consistent: true })).toBe(2)
    expect(readUnits(4097, { consistent: false })).toBe(1)
  })

  test('of nothing still costs a unit', () => {
    expect(readUnits(0, { consistent: true })).toBe(1)
  })
})

describe('writing', () => {
  test('costs a unit for every started KB of the larger image', () => {
    expect(writeUnits({ after: { pk: text(1022) } }, plain)).toBe(1)
    expect(writeUnits({ after: { pk: text(1023) } }, plain)).toBe(2)
    expect(writeUnits({ before: { pk: text(3000) }, after: item() }, plain)).toBe(3)
  })

  test('costs twice in a transaction', () => {
    expect(writeUnits({ after: item() }, { ...plain, transactional: true })).toBe(2)
  })

  const indexed = (order: string, title = 'a') =>
    item({ teamKey: { S: 't' }, order: { S: order }, title: { S: title } })

  test.each<[string, StoredItem | undefined, StoredItem | undefined, number]>([
    ['a row put in is one', undefined, indexed('1'), 1],
    ['a row taken out is one', indexed('1'), item(), 1],
    ['a row under a new key is two', indexed('1'), indexed('2'), 2],
    ['a row with another carried value is one', indexed('1'), indexed('1', 'b'), 1],
    ['a row that stays as it is costs nothing', indexed('1'), { ...indexed('1'), other: { S: 'x' } }, 0],
    ['an item without the keys has no row', item(), item({ teamKey: { S: 't' } }), 0],
  ])('%s', (_, before, after, rows) => {
    expect(writeUnits({ before, after }, plain)).toBe(1 + rows)
  })

  test('rows follow the committed item and are not doubled', () => {
    expect(writeUnits({ after: indexed('1') }, { ...plain, transactional: true })).toBe(2 + 1)
  })
})
