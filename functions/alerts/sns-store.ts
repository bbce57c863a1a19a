import { after, epochSeconds, hours, type Instant } from '../runtime/instant.ts'
import type { Table } from '../runtime/table.ts'

/** Longer than a message of SNS is taken at all. */
const keptFor = hours(2)
const place = (sourceId: string, messageId: string) => ({ pk: `SNS#${sourceId}#${messageId}`, sk: '-' })

/** Which messages of SNS a source has taken: several sources may listen to one topic. */
export const openSnsClaims = (table: Table) => ({
  async isClaimed(sourceId: string, messageId: string, now: Instant): Promise<boolean> {
    const item = await table.get(place(sourceId, messageId))
    return item !== undefined && String(item.expiresAt) > now
  },

  async claim(sourceId: string, messageId: string, now: Instant): Promise<void> {
    const expiresAt = after(now, keptFor)
    const expiresAtEpoch = epochSeconds(expiresAt)
    await table.put({ Item: { ...place(sourceId, messageId), expiresAt, expiresAtEpoch } })
  },
})
export type SnsClaims = ReturnType<typeof openSnsClaims>
