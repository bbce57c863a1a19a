import { beforeAll, describe, expect, test } from 'vitest'
import { openTable, type Table } from '../../../functions/runtime/table.ts'
import { createTable } from '../../support/table.ts'

const count = 8
/** Three of them fill what one answer holds. */
const text = 'x'.repeat(350_000)
const all = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': 'BIG' } }

let table: Table
const sks = async (found: Promise<{ sk: string }[]>) => (await found).map(({ sk }) => sk)

beforeAll(async () => {
  const { name, client } = await createTable()
  table = openTable(name, client)
  for (let n = 0; n < count; n++) await table.put({ Item: { pk: 'BIG', sk: `${n}`, n, text } })
})

describe('a whole Query', () => {
  test('has more than one answer of the table holds, in order', async () => {
    expect((await table.query(all)).items.length).toBeLessThan(count)
    expect(await sks(table.queryAll(all))).toEqual(['0', '1', '2', '3', '4', '5', '6', '7'])
    expect(await sks(table.queryAll({ ...all, ScanIndexForward: false }))).toHaveLength(count)
  })

  test('ends with as many as were asked for, also behind the first answer', async () => {
    expect(await sks(table.queryAll(all, 2))).toEqual(['0', '1'])
    expect(await sks(table.queryAll(all, 5))).toEqual(['0', '1', '2', '3', '4'])
    expect(await sks(table.queryAll(all, 100))).toHaveLength(count)
  })

  test('goes on behind an answer of which the filter left nothing', async () => {
    const last = {
      ...all,
      FilterExpression: 'n = :last',
      ExpressionAttributeValues: { ':pk': 'BIG', ':last': count - 1 },
    }
    expect((await table.query({ ...last, Limit: 2 })).items).toEqual([])
    expect(await sks(table.queryAll(last, 2))).toEqual(['7'])
  })

  test('finds nothing where nothing is', async () => {
    expect(await table.queryAll({ ...all, ExpressionAttributeValues: { ':pk': 'NONE' } })).toEqual([])
  })
})
