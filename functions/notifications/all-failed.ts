import type { Failure } from '../escalation/events.ts'
import type { SendStatus } from '../mail/delivery.ts'
import type { Claim } from './claim.ts'

/** Not what was complained about: it arrived. */
const undelivered: readonly SendStatus[] = ['failed', 'bounced']
/** Notes of what was not sent because there is nobody to send it to, or nobody who works here any more. */
const nobody = ['unknown_person', 'may_not_read']

const hasFailed = ({ status, note = '' }: Claim): boolean =>
  undelivered.includes(status) || (status === 'suppressed' && nobody.includes(note))

/**
 * What failed of a step, when all of it has failed for good: every way of every recipient, none of them still to come.
 * @returns undefined while anybody was reached or may yet be.
 */
export function failuresOf(recipients: readonly string[], claims: readonly Claim[]): Failure[] | undefined {
  if (!claims.every(hasFailed)) return undefined
  const isThrough = (id: string) => {
    const own = claims.filter(({ recipient }) => recipient.id === id)
    return own.length > 0 && own.length >= (own[0]?.ways ?? 1)
  }
  if (!recipients.every(isThrough)) return undefined
  return claims.map(({ recipient, channel, status, note }) => ({
    ...{ id: recipient.id, channel },
    note: status === 'failed' || status === 'suppressed' ? (note ?? status) : status,
  }))
}
