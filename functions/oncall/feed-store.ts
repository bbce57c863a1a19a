import { randomBytes } from 'node:crypto'
import { sha256 } from '../runtime/hash.ts'
import type { Item, Table } from '../runtime/table.ts'
import type { Feed } from './feed.ts'

/** Somebody's feeds lie together; the token says whose they are without naming anybody. */
const partitionOf = (owner: string) => `FEEDS#${owner}`
const ownerOf = (personId: string) => sha256(`feeds ${personId}`).slice(0, 22)

/** Only the hash of a token is stored: whoever reads the table cannot read the calendar with it. */
const keyOf = (token: string) => {
  const [, owner] = /^([\w-]{22})\.[\w-]{43}$/.exec(token) ?? []
  return owner ? { pk: partitionOf(owner), sk: sha256(token) } : undefined
}

export function openFeeds(table: Table) {
  async function itemsOf(personId: string): Promise<Item[]> {
    const { items } = await table.query({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': partitionOf(ownerOf(personId)) },
      ConsistentRead: true,
    })
    return items
  }

  return {
    /** @returns the token, which is not known any more afterwards. */
    async add(feed: Feed): Promise<string> {
      const token = `${ownerOf(feed.personId)}.${randomBytes(32).toString('base64url')}`
      await table.put({ Item: { ...keyOf(token), feed } })
      return token
    },

    async read(token: string): Promise<Feed | undefined> {
      const key = keyOf(token)
      return key && feedFrom(await table.get(key))
    },

    async ofPerson(personId: string): Promise<Feed[]> {
      return (await itemsOf(personId)).flatMap((item) => feedFrom(item) ?? [])
    },

    /** The address ends to work at once. @returns whether there was one. */
    async remove(personId: string, id: string): Promise<boolean> {
      const item = (await itemsOf(personId)).find((one) => feedFrom(one)?.id === id)
      if (!item) return false
      await table.transact([{ Delete: { TableName: table.name, Key: { pk: item.pk, sk: item.sk } } }])
      return true
    },
  }
}

const feedFrom = (item: Item | undefined): Feed | undefined => item?.feed as Feed | undefined
