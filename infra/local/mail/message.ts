import { type ParsedMail, simpleParser } from 'mailparser'
import type { Envelope } from './mailbox.ts'
import { fieldValue, splitMessage } from './raw-message.ts'

/** A mail as the control API shows it. */
export type Message = {
  id: string
  from: string
  to: string[]
  subject: string
  at: string
  receivedAt: string
  text: string
  html?: string
  headers: Record<string, string>
  links: string[]
  attachments: { name: string; type: string; size: number }[]
}

const entities: Record<string, string> = { '&amp;': '&', '&#38;': '&', '&quot;': '"', '&#x3D;': '=' }

const linksIn = (html: string, text: string) => {
  const targets = [...html.matchAll(/\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map((match) =>
    (match[1] ?? match[2] ?? '').replace(/&(?:amp|quot|#38|#x3D);/gi, (entity) => entities[entity] ?? entity),
  )
  const written = [...text.matchAll(/https?:\/\/[^\s<>"')\]]+/g)].map(([link]) =>
    link.replace(/[.,;:!?]+$/, ''),
  )
  return [...new Set([...targets, ...written])].filter((link) => /^https?:\/\//i.test(link))
}

/** Encoded words become text where a field is text; structured fields stay as they were written, unfolded. */
const headersOf = (raw: Buffer, parsed: ParsedMail) => {
  const headers: Record<string, string> = {}
  for (const written of splitMessage(raw).fields) {
    const name = written.name.toLowerCase()
    const value = parsed.headers.get(name)
    const plain = typeof value === 'string' ? value : fieldValue(written)
    headers[name] =
      headers[name] === undefined || typeof value === 'string' ? plain : `${headers[name]}, ${plain}`
  }
  return headers
}

/** Reads the raw MIME of an accepted mail. */
export const readMessage = async (envelope: Envelope, raw: Buffer): Promise<Message> => {
  const parsed = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true })
  const html = parsed.html || undefined
  const text = parsed.text ?? ''
  return {
    id: envelope.id,
    from: (parsed.from?.text ?? envelope.from).replace(/^"([\p{L}\d .-]+)" </u, '$1 <'),
    to: envelope.to,
    subject: parsed.subject ?? '',
    at: envelope.at,
    receivedAt: envelope.receivedAt,
    text,
    ...(html ? { html } : {}),
    headers: headersOf(raw, parsed),
    links: linksIn(html ?? '', text),
    attachments: parsed.attachments.map(({ filename, contentType, size }) => ({
      name: filename ?? 'unnamed',
      type: contentType,
      size,
    })),
  }
}
