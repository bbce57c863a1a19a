import { createVerify, X509Certificate } from 'node:crypto'
import type { Instant } from '../runtime/instant.ts'
import { shaped } from './adapters/shape.ts'
import {
  demandCertificateAddress,
  demandFresh,
  demandSubscribeAddress,
  forged,
  SnsMessage,
  signedText,
} from './sns-message.ts'

/** Reads what stands at an address of SNS. @throws Error unless it answers 200. */
export type Fetch = (url: string) => Promise<string>

export type SnsReader = ReturnType<typeof openSns>

const digests = { 1: 'RSA-SHA1', 2: 'RSA-SHA256' } as const
/** SNS has a few certificates at a time; more than this are none of its. */
const mostKept = 20

/** What SNS sends, once it is proven that SNS sent it. Certificates are kept while the container lives. */
export function openSns(fetch: Fetch) {
  const certificates = new Map<string, Promise<X509Certificate>>()

  function certificateAt(url: string): Promise<X509Certificate> {
    const known = certificates.get(url)
    if (known) return known
    const read = fetch(url).then((pem) => new X509Certificate(pem))
    if (certificates.size >= mostKept) certificates.clear()
    certificates.set(url, read)
    read.catch(() => certificates.delete(url))
    return read
  }

  return {
    /**
     * The message, proven by its signature (SignatureVersion 1 and 2).
     * @throws Refused `unknown_shape`, `forged`, `outdated`; Error when the certificate cannot be fetched.
     * @see https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html
     */
    async verified(body: unknown, now: Instant): Promise<SnsMessage> {
      const message = shaped(SnsMessage, body, 'SNS')
      const certificate = await certificateAt(demandCertificateAddress(message))
      if (!isValidAt(certificate, now)) throw forged('SigningCertURL')
      const verify = createVerify(digests[message.SignatureVersion]).update(signedText(message), 'utf8')
      if (!verify.verify(certificate.publicKey, message.Signature, 'base64')) throw forged('Signature')
      demandFresh(message, now)
      return message
    },

    /** Lets SNS know that its messages are wanted here; only for a message that is proven. */
    async confirm(message: Extract<SnsMessage, { SubscribeURL: string }>): Promise<void> {
      await fetch(demandSubscribeAddress(message))
    },
  }
}

const isValidAt = ({ validFromDate, validToDate }: X509Certificate, now: Instant): boolean => {
  const time = Date.parse(now)
  return validFromDate.getTime() <= time && time < validToDate.getTime()
}
