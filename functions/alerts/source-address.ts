import * as z from 'zod/mini'
import type { Source } from './source.ts'

/** Where the product is reached: its API, and the domain that it receives mail for. */
export type Reach = { apiUrl: string; mailDomain: string }

/** What is shown of a new key, once: how to send with it. */
export const Shown = z.object({
  /** Sent as Bearer or as `?key=` to `url`. */
  key: z.optional(z.string()),
  url: z.optional(z.string()),
  /** Where a source of the kind `mail` is written to; the key is a part of it. */
  address: z.optional(z.string()),
})

const mailbox = 'alerts'

/** How a source is sent to with this key. */
export const sendingWith = (
  key: string,
  { id, kind }: Pick<Source, 'id' | 'kind'>,
  { apiUrl, mailDomain }: Reach,
): z.infer<typeof Shown> =>
  kind === 'mail'
    ? { address: `${mailbox}+${key}@${mailDomain}` }
    : { key, url: `${apiUrl.replace(/\/+$/, '')}/v1/alerts/${id}` }

/** The key in the address of a mailbox of this domain; undefined where there is none. */
export function keyInAddress(address: string, mailDomain: string): string | undefined {
  const [local = '', domain, more] = address.trim().toLowerCase().split('@')
  if (more !== undefined || domain !== mailDomain.toLowerCase()) return undefined
  return local.startsWith(`${mailbox}+`) ? local.slice(mailbox.length + 1) : undefined
}
