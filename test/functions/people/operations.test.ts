import { describe, expect, test } from 'vitest'
import { policy } from '../../../functions/people/access.ts'
import type { Operation } from '../../../functions/runtime/operation.ts'
import { operationsOfAllNouns } from '../../support/all-operations.ts'
import { readSources } from '../../support/architecture/source.ts'

describe('the rights of operations', () => {
  const withoutPolicy = (operations: readonly Pick<Operation, 'action' | 'method' | 'path' | 'seen'>[]) =>
    operations
      .filter(
        ({ action, seen }) =>
          (action !== 'anyone' && action !== 'key' && !(action in policy)) || (seen && !(seen in policy)),
      )
      .map(({ method, path }) => `${method} ${path}`)

  const unused = (operations: readonly Pick<Operation, 'action' | 'seen'>[], code: string) =>
    Object.keys(policy).filter(
      (action) =>
        !operations.some((operation) => operation.action === action || operation.seen === action) &&
        !code.includes(`'${action}'`),
    )

  const code = readSources()
    .filter(({ path }) => path.startsWith('functions/') && path !== 'functions/people/access.ts')
    .map(({ text }) => text)
    .join('\n')

  test('every operation has a row in the policy table or is open to anyone', () => {
    expect(withoutPolicy(operationsOfAllNouns)).toEqual([])
  })

  test('every row of the policy table is asked for somewhere', () => {
    expect(unused(operationsOfAllNouns, code)).toEqual([])
  })

  test('no two operations answer at the same address', () => {
    const addresses = operationsOfAllNouns.map(
      ({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`,
    )
    expect(addresses).toEqual([...new Set(addresses)])
  })

  test('it can fail: an operation without a row, a row without an operation', () => {
    const lost = { method: 'GET', path: '/lost', action: 'lost.read' } as unknown as Operation
    expect(withoutPolicy([lost])).toEqual(['GET /lost'])
    expect(unused([], '')).toContain('incident.read')
  })
})
