import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isCurrent } from '../../../functions/alerts/source-key.ts'
import { openSourceKeys, type SourceKeys } from '../../../functions/alerts/source-key-store.ts'
import { after, minutes } from '../../../functions/runtime/instant.ts'
import { openTable, type Table } from '../../../functions/runtime/table.ts'
import { createTable } from '../../support/table.ts'

let table: Table
let keys: SourceKeys
let stop: () => void
beforeAll(async () => {
  const { name, client } = await createTable()
  table = openTable(name, client)
  keys = openSourceKeys(table)
  stop = () => client.destroy()
})
afterAll(() => stop())

const now = '2026-11-28T08:00:00.000Z'
const by = { id: 'omar', name: 'Omar' }
const rotate = (id: string, at = now, overlapMinutes = 60) =>
  keys.rotate({ id, kind: 'generic' }, { now: at, by, overlapMinutes })
const currentOf = async (id: string, at: string) =>
  (await keys.listed(id)).keys.filter((key) => isCurrent(key, at)).length

describe('the keys of a source', () => {
  test('are found by the whole key alone, and kept as hashes', async () => {
    const made = await rotate('src_a')
    expect(await keys.find(made?.key)).toMatchObject({ sourceId: 'src_a', createdAt: now })
    expect(await keys.find(`${made?.key.slice(0, -1)}x`)).toBeUndefined()
    expect(await keys.find(undefined)).toBeUndefined()
    const all = await table.queryAll({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'SRC#src_a' },
    })
    expect(JSON.stringify(all)).not.toContain(made?.key)
    expect((await keys.listed('src_a')).keys).toMatchObject([
      { lastFour: made?.key.slice(-4), createdBy: by },
    ])
  })

  test('overlap: both are current, then only the newer one', async () => {
    const first = await rotate('src_b')
    const second = await rotate('src_b', after(now, 1000), 60)
    const end = after(now, 1000 + minutes(60))
    expect(second?.previousExpiresAt).toBe(end)
    const [old, young] = await Promise.all([keys.find(first?.key), keys.find(second?.key)])
    expect(old?.expiresAt).toBe(end)
    expect(old && [isCurrent(old, after(end, -1)), isCurrent(old, end)]).toEqual([true, false])
    expect(young?.expiresAt).toBeUndefined()
  })

  test('are never more than two', async () => {
    const made = []
    for (let n = 0; n < 4; n++) made.push(await rotate('src_c', after(now, n)))
    expect(await currentOf('src_c', after(now, 4))).toBe(2)
    const [first, second, third] = await Promise.all(made.map((one) => keys.find(one?.key)))
    expect([first, second].map((one) => one && isCurrent(one, after(now, 4)))).toEqual([false, false])
    expect(third && isCurrent(third, after(now, 4))).toBe(true)
  })

  test('have one winner when two rotate at once', async () => {
    await rotate('src_d')
    const both = await Promise.all([rotate('src_d', after(now, 1)), rotate('src_d', after(now, 1))])
    expect(both.filter(Boolean).length).toBeGreaterThanOrEqual(1)
    expect(await currentOf('src_d', after(now, 2))).toBe(2)
  })
})
