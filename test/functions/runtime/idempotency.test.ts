import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { describe, expect, test } from 'vitest'
import { firstAnswer, once, rememberAnswer } from '../../../functions/runtime/idempotency.ts'
import { type Item, openTable } from '../../../functions/runtime/table.ts'

const table = openTable('t', new DynamoDBClient({ region: 'eu-central-1' }))
const now = '2026-11-23T09:00:00.000Z'
const asked = once('riley', 'k1', 'POST /v1/incidents', { title: 'Mail', impact: 'high' })
const answer = { status: 201, body: { id: 'INC-000001', title: 'ä'.repeat(160) }, etag: '"p1"' }
const remembered = (callerId: string) => {
  const { Put } = rememberAnswer(table, { ...asked, callerId }, answer, now)
  return { item: Put?.Item as Item, condition: Put?.ConditionExpression }
}
const { item, condition } = remembered('riley')

describe('a remembered answer', () => {
  test('comes back whole', () => {
    expect(firstAnswer(item, asked)).toEqual(answer)
  })

  test('is not for another body or another operation', () => {
    for (const other of [
      once('riley', 'k1', 'POST /v1/incidents', { title: 'Mail' }),
      once('riley', 'k1', 'POST /v1/incidents/INC-000001/comments', { title: 'Mail', impact: 'high' }),
    ]) {
      expect(() => firstAnswer(item, other)).toThrow(
        expect.objectContaining({ code: 'key_reused', status: 422 }),
      )
    }
  })

  test('stands under its caller and key for 24 hours, by its own condition and not by the sweep of old items', () => {
    expect(item).toMatchObject({ expiresAt: '2026-11-24T09:00:00.000Z', expiresAtEpoch: 1_795_510_800 })
    expect(item.pk).not.toBe(remembered('sam').item.pk)
    expect(condition).toContain('expiresAt < :now')
  })

  test('is small enough for one unit beside a long title', () => {
    expect((item.answer as Uint8Array).byteLength).toBeLessThan(600)
  })
})
