import { beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '../../../functions/people/person.ts'
import { openPeople, type People } from '../../../functions/people/store.ts'
import type { Role } from '../../../functions/runtime/roles.ts'
import { openTable, type Table } from '../../../functions/runtime/table.ts'
import { createTable } from '../../support/table.ts'

let table: Table
let people: People

beforeAll(async () => {
  const { name, client } = await createTable()
  table = openTable(name, client)
  people = openPeople(table)
})

const person = (id: string, roles: Role[]): Person => ({
  ...{ id, name: id, email: `${id}@example.com`, roles, locale: 'en', zone: 'UTC' },
})
async function holding(role: Exclude<Role, 'requester'>): Promise<string[]> {
  const found: string[] = []
  for await (const page of people.withRole(role)) found.push(...page.map(({ id }) => id))
  return found.sort()
}

describe('the roster of a role', () => {
  test('has everybody who holds it, from the moment in which it is given until it is taken', async () => {
    await people.write(person('ana', ['agent']))
    await people.write(person('omar', ['agent', 'administrator']))
    await people.write(person('riley', ['requester']))
    expect(await holding('agent')).toEqual(['ana', 'omar'])
    await people.write(person('omar', ['administrator']))
    expect(await holding('agent')).toEqual(['ana'])
    expect(await holding('administrator')).toEqual(['omar'])
  })

  test('is read in pages', async () => {
    const many = Array.from({ length: 130 }, (_, n) => `lead-${n}`)
    for (const id of many) await people.write(person(id, ['lead']))
    expect(await holding('lead')).toEqual(many.sort())
  })

  test('takes in who was stored before there was one, as soon as they are met', async () => {
    await people.write(person('old', ['auditor']))
    const [shard] = await Promise.all(
      Array.from({ length: 16 }, (_, n) => table.get({ pk: `PEOPLE#${n}`, sk: 'old' })),
    ).then((items) => items.filter((item) => item !== undefined))
    if (shard) await table.put({ Item: { ...shard, listed: undefined } })
    await table.transact([{ Delete: { TableName: table.name, Key: { pk: 'ROLE#auditor', sk: 'old' } } }])
    expect(await holding('auditor')).toEqual([])
    expect(await people.read('old')).toEqual(person('old', ['auditor']))
    expect(await holding('auditor')).toEqual(['old'])
    expect(await people.read('old')).toEqual(person('old', ['auditor']))
  })
})
