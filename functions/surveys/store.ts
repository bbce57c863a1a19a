import { type Item, isConditionFailed, type Table, type Write } from '../runtime/table.ts'
import type { Survey } from './answer.ts'

/** The survey of an incident stands beside its head, so that the incident's page reads both at once. */
export const surveySk = '!survey'

export const surveyFrom = ({ pk, sk, ...survey }: Item): Survey => survey as unknown as Survey

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

/** The answer, for the transaction that changes the incident. */
export const writingAnswer = (table: Table, incidentId: string, survey: Survey): Write =>
  table.putting(
    { pk: incidentId, sk: surveySk, ...survey },
    {
      ConditionExpression: 'tokenHash = :tokenHash',
      ExpressionAttributeValues: { ':tokenHash': survey.tokenHash },
    },
  )
