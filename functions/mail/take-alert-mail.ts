import { simpleParser } from 'mailparser'
import type { AlertQueue } from '../alerts/alert-queue.ts'
import { counted, doneIfRefused, enqueue } from '../alerts/receive.ts'
import { Refused, reasonOf } from '../alerts/refused.ts'
import { demandSource } from '../alerts/source-access.ts'
import { keyInAddress } from '../alerts/source-address.ts'
import { tooLarge } from '../runtime/input.ts'
import type { Instant } from '../runtime/instant.ts'
import { log } from '../runtime/log.ts'
import type { Services } from '../runtime/services.ts'
import type { Content } from './content-store.ts'
import { isBelieved, type Receipt } from './verdict.ts'

export type Received = { messageId: string; receipt: Receipt }
export type Around = {
  services: Pick<Services, 'settings' | 'sourceKeys' | 'traffic'>
  queue: AlertQueue
  content: Pick<Content, 'read'>
  mailDomain: string
}

const longestText = 20_000

/**
 * Takes a mail for the source whose key is in the address it was sent to. What is refused is counted there, and done.
 * @returns whether it was for a source at all. @throws Refused `unavailable`, Error: the mail then comes again.
 */
export async function takeAlertMail(
  { messageId, receipt }: Received,
  now: Instant,
  { services, queue, content, mailDomain }: Around,
): Promise<boolean> {
  const { traffic } = services
  const keys = receipt.recipients.flatMap((recipient) => keyInAddress(recipient, mailDomain) ?? [])
  const known = await Promise.all(keys.map((key) => services.sourceKeys.find(key)))
  const { alertSources } = await services.settings.current()
  const meant = known.flatMap((key) => {
    const source = key && alertSources.find(({ id }) => id === key.sourceId)
    return source ? [{ key, source }] : []
  })
  for (const { key, source } of meant) {
    try {
      demandSource(source, key, now)
      if (source.kind !== 'mail') throw wrongKind()
      if (!isBelieved(receipt)) throw unverified()
    } catch (error) {
      const reason = reasonOf(error)
      if (!reason) throw error
      await traffic.noteRefusal(source.id, reason, now)
      log.info('mail refused', { messageId, sourceId: source.id, reason })
      continue
    }
    const raw = await content.read(`mail-in/${messageId}`)
    const mail = raw && (await parsed(raw))
    const text = mail ? JSON.stringify(mail) : ''
    await counted(source, { text, now, traffic }, async () => {
      if (!mail) throw tooLarge()
      return enqueue(source, mail, now, { intake: { queue }, stores: { traffic } })
    }).catch(doneIfRefused)
  }
  return meant.length > 0
}

/** What of a mail an alert is made of, and what is kept of it. */
async function parsed(raw: Buffer) {
  const {
    subject = '',
    text = '',
    from,
    date,
  } = await simpleParser(raw, {
    skipImageLinks: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    maxHtmlLengthToParse: 1024 * 1024,
  })
  return {
    subject: subject.slice(0, 2000),
    text: text.slice(0, longestText).toWellFormed(),
    from: from?.value[0]?.address ?? '',
    ...(date && Number.isFinite(date.getTime()) && { date: date.toISOString() }),
  }
}

const unverified = () =>
  new Refused('unverified_sender', 'forbidden', {
    en: 'It is not proven that this mail comes from whom it names.',
    de: 'Es ist nicht belegt, dass diese Mail von dem Absender kommt, den sie nennt.',
  })

const wrongKind = () =>
  new Refused('wrong_kind', 'conflict', {
    en: 'This source takes no mail.',
    de: 'Diese Quelle nimmt keine Mail an.',
  })
