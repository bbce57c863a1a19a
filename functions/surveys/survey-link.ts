import type { Incident } from '../incidents/incident.ts'
import { sameDigest } from '../runtime/hash.ts'
import { parseLinkToken } from '../runtime/link-token.ts'
import type { Services } from '../runtime/services.ts'
import type { Item } from '../runtime/table.ts'
import { type Survey, surveySk } from './answer.ts'

/** An incident with its survey, as it is stored beside it. */
export type LinkedSurvey = { incident: Incident; survey: Survey & Item }

/** The survey behind a secret link, in one round trip; any other token finds nothing. */
export async function readByLink(
  { token = '' }: Record<string, string>,
  services: Services,
): Promise<LinkedSurvey | undefined> {
  const parsed = parseLinkToken(token)
  if (!parsed) return undefined
  const { incident, item } = await services.incidents.readHeadWith(parsed.incidentId, surveySk)
  if (!incident || !item || !sameDigest(parsed.hash, String(item.tokenHash))) return undefined
  return { incident, survey: item as Survey & Item }
}
