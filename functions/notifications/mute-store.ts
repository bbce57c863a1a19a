import { isConditionFailed, type Key, type Table } from '../runtime/table.ts'

const muteKey = (personId: string, incidentId: string): Key => ({ pk: `MUTE#${personId}`, sk: incidentId })

export type Muted = { id: string; at: string; title?: string }

/** The incidents of which somebody wants to hear no more. Pages come all the same. */
export const openMutes = (table: Table) => ({
  has: async (personId: string, incidentId: string): Promise<boolean> =>
    (await table.get(muteKey(personId, incidentId))) !== undefined,

  /** Since when somebody wants to hear no more of an incident, if they do not. */
  async since(personId: string, incidentId: string): Promise<string | undefined> {
    const item = await table.get(muteKey(personId, incidentId))
    return item && String(item.at)
  },

  /** `title` is kept for whoever may know it, so that a list of numbers says what they are. */
  async set(personId: string, { id, title }: { id: string; title?: string }, at: string): Promise<void> {
    try {
      await table.put({
        Item: { ...muteKey(personId, id), at, ...(title !== undefined && { title }) },
        ConditionExpression: 'attribute_not_exists(pk)',
      })
    } catch (error) {
      if (!isConditionFailed(error)) throw error
    }
  },

  async end(personId: string, incidentId: string): Promise<void> {
    await table.transact([{ Delete: { TableName: table.name, Key: muteKey(personId, incidentId) } }])
  },

  /** What somebody muted, by number: the newest thousand. */
  async ofPerson(personId: string): Promise<Muted[]> {
    const { items } = await table.query({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `MUTE#${personId}` },
      ScanIndexForward: false,
      Limit: 1000,
      ConsistentRead: true,
    })
    return items.map(({ sk, at, title }) => ({
      ...{ id: sk, at: String(at) },
      ...(title !== undefined && { title: String(title) }),
    }))
  },
})
export type Mutes = ReturnType<typeof openMutes>
