import { describe, expect, test } from 'vitest'
import { filterOf } from '../../infra/local/event-pattern.ts'

const insertOfEvent = { eventName: ['INSERT'], dynamodb: { NewImage: { type: { S: [{ exists: true }] } } } }

describe('filterOf', () => {
  test.each([
    [{ eventName: 'INSERT', dynamodb: { NewImage: { type: { S: 'incident.reported' } } } }, true],
    [{ eventName: 'MODIFY', dynamodb: { NewImage: { type: { S: 'incident.reported' } } } }, false],
    [{ eventName: 'INSERT', dynamodb: { NewImage: { pk: { S: 'INC-000001' } } } }, false],
    [{ eventName: 'REMOVE', dynamodb: {} }, false],
  ])('of %j says %s', (record, isTaken) => {
    expect(filterOf([insertOfEvent])(record)).toBe(isTaken)
  })

  test.each([
    [{ a: [{ prefix: 'inc' }] }, { a: 'incident' }, true],
    [{ a: [{ 'anything-but': ['x', 'y'] }] }, { a: 'x' }, false],
    [{ a: [{ exists: false }] }, {}, true],
    [{ a: ['x', { suffix: 'z' }] }, { a: 'xyz' }, true],
  ])('%j of %j is %s', (pattern, record, isTaken) => {
    expect(filterOf([pattern])(record)).toBe(isTaken)
  })

  test('takes everything without a pattern, and any of several', () => {
    expect(filterOf([])({})).toBe(true)
    expect(filterOf([{ a: ['1'] }, { a: ['2'] }])({ a: '2' })).toBe(true)
  })

  test('stops at an operator that it does not know', () => {
    expect(() => filterOf([{ a: [{ cidr: '10.0.0.0/8' }] }])).toThrow('"cidr"')
  })
})
