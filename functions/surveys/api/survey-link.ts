import type { Incident } from '../../incidents/incident.ts'
import { parseLinkToken } from '../../notifications/link-token.ts'
import { sameDigest } from '../../runtime/hash.ts'
import type { Services } from '../../runtime/services.ts'
import type { Survey } from '../answer.ts'
import { surveyFrom, surveySk } from '../store.ts'

export type LinkedSurvey = { incident: Incident; survey: Survey }

/** The survey behind a secret link, in one round trip; any other token finds nothing. */
export async function readByLink(
  { token = '' }: Record<string, string>,
  services: Services,
): Promise<LinkedSurvey | undefined> {
  const parsed = parseLinkToken(token)
  if (!parsed) return undefined
  const { incident, item } = await services.incidents.readHeadWith(parsed.incidentId, surveySk)
  if (!incident || !item || !sameDigest(parsed.hash, String(item.tokenHash))) return undefined
  return { incident, survey: surveyFrom(item) }
}
