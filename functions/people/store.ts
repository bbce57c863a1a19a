import { createHash } from 'node:crypto'
import { type Role, roles } from '../runtime/roles.ts'
import type { Item, Table, Write } from '../runtime/table.ts'
import type { Person } from './person.ts'

/** People are spread over this many partitions, so that a mail to all reads them in parallel. */
export const peopleShards = 16

const shardOf = (id: string) => (createHash('sha256').update(id).digest()[0] ?? 0) % peopleShards
const shardKey = (shard: number) => `PEOPLE#${shard}`
const keyOf = (id: string) => ({ pk: shardKey(shardOf(id)), sk: id })

const mostRemembered = 1000
/** What the table answers in one round trip. */
const mostAtOnce = 100

/** Roles that somebody has to be given; everybody is a requester. */
const listedRoles = roles.filter((role) => role !== 'requester')
const rosterKey = (role: Role, personId: string) => ({ pk: `ROLE#${role}`, sk: personId })

/** Who holds a role is listed under it, in the transaction that gives or takes it. */
const listing = (table: Table, person: Pick<Person, 'id' | 'roles'>): Write[] =>
  listedRoles.map((role) =>
    person.roles.includes(role)
      ? table.putting({ ...rosterKey(role, person.id), personId: person.id })
      : { Delete: { TableName: table.name, Key: rosterKey(role, person.id) } },
  )

const heldOf = ({ roles: held = [] }: Partial<Person>) =>
  listedRoles.filter((role) => held.includes(role)).join(' ')

export const openPeople = (table: Table, remembered = new Map<string, Person>()) => {
  /** Whoever was stored before roles had lists is put on them when they are met. */
  async function listed(item: Item | undefined): Promise<Person | undefined> {
    const person = personFrom(item)
    if (!item || !person || (item.listed ?? '') === heldOf(person)) return person
    const writes: Write[] = [
      {
        Update: {
          TableName: table.name,
          Key: keyOf(person.id),
          ConditionExpression: '#roles = :roles',
          UpdateExpression: 'SET listed = :listed',
          ExpressionAttributeNames: { '#roles': 'roles' },
          ExpressionAttributeValues: { ':roles': person.roles, ':listed': heldOf(person) },
        },
      },
      ...listing(table, person),
    ]
    // Whoever else meets them at this moment does the same; if nobody succeeds, the next one does.
    await table.transact(writes).catch(() => undefined)
    return person
  }

  async function readMany(ids: readonly string[]): Promise<Person[]> {
    const asked = [...new Set(ids)]
    const pages = Array.from({ length: Math.ceil(asked.length / mostAtOnce) }, (_, page) =>
      asked.slice(page * mostAtOnce, (page + 1) * mostAtOnce),
    )
    const items = (await Promise.all(pages.map((page) => table.getMany(page.map(keyOf))))).flat()
    return ids.flatMap((id) => personFrom(items.find(({ sk }) => sk === id)) ?? [])
  }

  return {
    /** Consistent, so that a right that was taken away ends with the next request. */
    /** A write is only made while somebody still holds one of these roles. */
    demandingRole(id: string, roles: readonly Role[]): Write {
      return {
        ConditionCheck: {
          TableName: table.name,
          Key: keyOf(id),
          ConditionExpression: roles.map((_, place) => `contains(#roles, :role${place})`).join(' OR '),
          ExpressionAttributeNames: { '#roles': 'roles' },
          ExpressionAttributeValues: Object.fromEntries(roles.map((role, place) => [`:role${place}`, role])),
        },
      }
    },

    async read(id: string): Promise<Person | undefined> {
      const person = await listed(await table.get(keyOf(id)))
      if (remembered.size >= mostRemembered) remembered.clear()
      if (person) remembered.set(id, person)
      return person
    },

    /** The person as this container read them last: a guess to start reading with, never a right. */
    lastRead: (id: string): Person | undefined => remembered.get(id),

    /** The people among these ids that exist, in the order asked for. */
    readMany,

    /** Everybody who holds a role, page by page; `requester` is held by all and asked of nobody. */
    async *withRole(role: Exclude<Role, 'requester'>): AsyncGenerator<Person[]> {
      let from: Record<string, unknown> | undefined
      do {
        const { items, lastKey } = await table.query({
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': `ROLE#${role}` },
          ExclusiveStartKey: from,
          Limit: mostAtOnce,
          ConsistentRead: true,
        })
        const people = await readMany(items.map(({ personId }) => String(personId)))
        yield people.filter(({ roles: held }) => held.includes(role))
        from = lastKey
      } while (from)
    },

    /** One page of a shard, for what goes to everybody. */
    async readShard(shard: number, afterId?: string): Promise<{ people: Person[]; lastId?: string }> {
      const { items, lastKey } = await table.query({
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': shardKey(shard) },
        ExclusiveStartKey: afterId ? { pk: shardKey(shard), sk: afterId } : undefined,
        Limit: 500,
      })
      return {
        people: items.flatMap((item) => personFrom(item) ?? []),
        lastId: lastKey?.sk as string | undefined,
      }
    },

    async write(person: Person): Promise<void> {
      await table.transact([
        table.putting({ ...keyOf(person.id), ...person, listed: heldOf(person) }),
        ...listing(table, person),
      ])
    },

    /** Name and address as the issuer has them; everything else only if the person is new. */
    async introduce({ id, name, email, ...rest }: Person): Promise<Person> {
      const kept = Object.entries(rest)
      const item = await table.update({
        Key: keyOf(id),
        UpdateExpression: `SET #id = :id, #name = :name, #email = :email, ${kept.map(([field]) => `#${field} = if_not_exists(#${field}, :${field})`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(
          ['id', 'name', 'email', ...Object.keys(rest)].map((field) => [`#${field}`, field]),
        ),
        ExpressionAttributeValues: Object.fromEntries(
          [...kept, ['id', id], ['name', name], ['email', email]].map(([field, value]) => [
            `:${field}`,
            value,
          ]),
        ),
        ReturnValues: 'ALL_NEW',
      })
      return (await listed(item)) as Person
    },

    async updateOwn(
      id: string,
      { locale, zone }: Pick<Person, 'locale' | 'zone'>,
    ): Promise<Person | undefined> {
      const item = await table.update({
        Key: keyOf(id),
        ConditionExpression: 'attribute_exists(pk)',
        UpdateExpression: 'SET #locale = :locale, #zone = :zone',
        ExpressionAttributeNames: { '#locale': 'locale', '#zone': 'zone' },
        ExpressionAttributeValues: { ':locale': locale, ':zone': zone },
        ReturnValues: 'ALL_NEW',
      })
      return personFrom(item)
    },
  }
}

export type People = ReturnType<typeof openPeople>

function personFrom(item: Item | undefined): Person | undefined {
  if (!item) return undefined
  // Items of before teams alone knew their members still carry a list of their own; `listed` is for the roster.
  const { pk, sk, teams, listed, ...person } = item
  return person as unknown as Person
}
