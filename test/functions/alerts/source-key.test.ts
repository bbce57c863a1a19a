import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashOf, isCurrent, rotated, type SourceKey, spelled } from '../../../functions/alerts/source-key.ts'
import { after, minutes } from '../../../functions/runtime/instant.ts'

const start = '2026-11-28T08:00:00.000Z'
const key = (hash: string, createdAt: string): SourceKey => ({
  ...{ hash, createdAt, createdBy: { id: 'omar', name: 'Omar' }, lastFour: 'abcd' },
})

describe('a key of a source', () => {
  test('is spelled so that a person and a scanner of secrets know it', () => {
    expect(spelled(new Uint8Array(32), 'alertmanager')).toMatch(/^evk_src_[\w-]{43}$/)
    expect(spelled(new Uint8Array(32).fill(255), 'mail')).toMatch(/^[0-9a-f]{40}$/)
  })

  test('has a hash, and nothing else has one', () => {
    expect(hashOf(spelled(new Uint8Array(32), 'generic'))).toMatch(/^[\w-]{43}$/)
    expect([hashOf(''), hashOf('evk_src_short'), hashOf(`evk_src_${'a'.repeat(44)}`)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('goes on beside its successor until the overlap ends', () => {
    const { keys, previousExpiresAt } = rotated([key('a', start)], key('b', start), {
      now: start,
      overlapMinutes: 60,
    })
    expect(previousExpiresAt).toBe(after(start, minutes(60)))
    expect(keys.map(({ hash, expiresAt }) => [hash, expiresAt])).toEqual([
      ['b', undefined],
      ['a', previousExpiresAt],
    ])
  })

  test('ends at once without an overlap', () => {
    const { keys } = rotated([key('a', start)], key('b', start), { now: start, overlapMinutes: 0 })
    expect(keys.filter((one) => isCurrent(one, start)).map(({ hash }) => hash)).toEqual(['b'])
  })

  test('is never one of more than two, and an end once said never moves on', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ wait: fc.nat(2000), overlapMinutes: fc.nat(10_080) }), { maxLength: 12 }),
        (rotations) => {
          let now = start
          let keys: SourceKey[] = [key('0', start)]
          for (const [index, { wait, overlapMinutes }] of rotations.entries()) {
            now = after(now, minutes(wait) + 1)
            const before = keys
            keys = rotated(keys, key(String(index + 1), now), { now, overlapMinutes }).keys
            expect(keys.filter((one) => isCurrent(one, now)).length).toBeLessThanOrEqual(2)
            expect(keys[0]?.expiresAt).toBeUndefined()
            for (const { hash, expiresAt } of before) {
              const since = keys.find((one) => one.hash === hash)
              if (expiresAt && since?.expiresAt) expect(since.expiresAt <= expiresAt).toBe(true)
            }
          }
        },
      ),
    )
  })
})
