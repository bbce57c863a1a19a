import { isConditionFailed, type Table } from '../runtime/table.ts'
import { type Outcome, weakerThan } from './delivery.ts'
import { parseSendKey } from './send-key.ts'

/** What became of sends, whoever asked for them: a send key spells where its item stands. */
export const openDeliveries = (table: Table) => ({
  /**
   * Notes an outcome on the send it is about.
   * @returns false when there is no such send, or more was known about it already.
   */
  async record({ sendKey, status, at, note }: Outcome): Promise<boolean> {
    const key = parseSendKey(sendKey)
    if (!key) return false
    const weaker = Object.fromEntries(weakerThan(status).map((value, index) => [`:weaker${index}`, value]))
    try {
      await table.update({
        Key: key,
        ConditionExpression: `sendKey = :sendKey AND #status IN (${Object.keys(weaker).join(', ')})`,
        UpdateExpression: `SET #status = :status, #at = :at${note ? ', note = :note' : ''}`,
        ExpressionAttributeNames: { '#status': 'status', '#at': 'at' },
        ExpressionAttributeValues: {
          ':sendKey': sendKey,
          ':status': status,
          ':at': at,
          ...(note && { ':note': note }),
          ...weaker,
        },
      })
      return true
    } catch (error) {
      if (isConditionFailed(error)) return false
      throw error
    }
  },
})
