import { isConditionFailed, type Table } from '../runtime/table.ts'
import { type Survey, surveySk } from './answer.ts'

export const openSurveys = (table: Table) => ({
  /** Asks, unless this or a newer question stands there already: an answer is never overwritten by a late event. */
  async request(
    incidentId: string,
    survey: Pick<Survey, 'tokenHash' | 'requestedAt' | 'expiresAt'>,
  ): Promise<void> {
    try {
      await table.put({
        Item: { pk: incidentId, sk: surveySk, ...survey },
        ConditionExpression: 'attribute_not_exists(pk) OR requestedAt < :requestedAt',
        ExpressionAttributeValues: { ':requestedAt': survey.requestedAt },
      })
    } catch (error) {
      if (!isConditionFailed(error)) throw error
    }
  },
})
