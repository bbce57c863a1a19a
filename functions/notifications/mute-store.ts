import { isConditionFailed, type Key, type Table } from '../runtime/table.ts'

const muteKey = (personId: string, incidentId: string): Key => ({ pk: `MUTE#${personId}`, sk: incidentId })

/** The incidents of which somebody wants to hear no more. Pages come all the same. */
export const openMutes = (table: Table) => ({
  has: async (personId: string, incidentId: string): Promise<boolean> =>
    (await table.get(muteKey(personId, incidentId))) !== undefined,

  async set(personId: string, incidentId: string, at: string): Promise<void> {
    try {
      await table.put({
        Item: { ...muteKey(personId, incidentId), at },
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
  async ofPerson(personId: string): Promise<{ id: string; at: string }[]> {
    const { items } = await table.query({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `MUTE#${personId}` },
      ScanIndexForward: false,
      Limit: 1000,
      ConsistentRead: true,
    })
    return items.map(({ sk, at }) => ({ id: sk, at: String(at) }))
  },
})
export type Mutes = ReturnType<typeof openMutes>
