import * as z from 'zod/mini'

const Status = z.object({ status: z.string() })

/** What SES says of a mail that it received. */
export const Receipt = z.object({
  recipients: z.array(z.string()),
  spamVerdict: Status,
  virusVerdict: Status,
  spfVerdict: Status,
  dkimVerdict: Status,
  dmarcVerdict: Status,
})
export type Receipt = z.infer<typeof Receipt>

/**
 * Whether a mail may be believed to come from whom it names. A sender that says nothing about itself (`GRAY`) is
 * believed; one whose proof fails is not, unless the other proof holds or DMARC, which weighs both, says so.
 * @see https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html
 */
export function isBelieved(receipt: Receipt): boolean {
  const { spamVerdict, virusVerdict, spfVerdict, dkimVerdict, dmarcVerdict } = receipt
  if (virusVerdict.status === 'FAIL' || spamVerdict.status === 'FAIL') return false
  if (dmarcVerdict.status === 'FAIL') return false
  if (dmarcVerdict.status === 'PASS') return true
  const proofs = [spfVerdict.status, dkimVerdict.status]
  return proofs.includes('PASS') || !proofs.includes('FAIL')
}
