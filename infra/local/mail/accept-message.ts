import { randomUUID } from 'node:crypto'
import type { Envelope } from './mailbox.ts'
import { Rejection } from './query-protocol.ts'
import { type Field, field, findValue, joinMessage, splitMessage, withoutFields } from './raw-message.ts'

export type Submission = {
  raw: Buffer
  source?: string
  destinations: string[]
  configurationSet?: string
  tags: Record<string, string>
}

const single = [
  'from',
  'sender',
  'subject',
  'date',
  'message-id',
  'to',
  'cc',
  'bcc',
  'reply-to',
  'mime-version',
]

const addressesIn = (value = '') =>
  value
    .replace(/"(?:\\.|[^"\\])*"/g, '')
    .split(',')
    .map((part) => /<([^<>]+)>/.exec(part)?.[1] ?? part)
    .map((address) => address.trim())
    .filter((address) => address.includes('@'))

const checkHeaders = (fields: Field[]) => {
  for (const name of single)
    if (fields.filter((candidate) => candidate.name.toLowerCase() === name).length > 1)
      throw new Rejection('InvalidParameterValue', `Duplicate header '${name}'.`)
  const broken = fields.find(({ name }) => !/^[\x21-\x39\x3b-\x7e]+$/.test(name))
  if (broken)
    throw new Rejection('InvalidParameterValue', `Invalid header name: '${broken.line.slice(0, 60)}'.`)
}

const dateField = (at: Date) => field('Date', at.toUTCString().replace('GMT', '+0000'))

/**
 * Accepts a raw mail the way SES does: Message-ID and Date are its own, Bcc and its control headers go.
 * Throws a Rejection where SES refuses.
 * @see https://docs.aws.amazon.com/ses/latest/dg/header-fields.html
 */
export const acceptMessage = (submission: Submission, at: Date, region: string) => {
  const { fields, body } = splitMessage(submission.raw)
  checkHeaders(fields)
  const named = ['to', 'cc', 'bcc'].flatMap((name) => addressesIn(findValue(fields, name)))
  const to = submission.destinations.length > 0 ? submission.destinations.flatMap(addressesIn) : named
  const from = submission.source ?? addressesIn(findValue(fields, 'from'))[0]
  if (!from?.includes('@')) throw new Rejection('InvalidParameterValue', "Missing required header 'From'.")
  if (to.length === 0) throw new Rejection('InvalidParameterValue', "Missing final '@domain'")
  if (to.length > 50) throw new Rejection('InvalidParameterValue', 'Recipient count exceeds 50.')
  const id = `0107${at.getTime().toString(16).padStart(12, '0')}-${randomUUID()}-000000`
  const configurationSet = submission.configurationSet ?? findValue(fields, 'x-ses-configuration-set')
  const send = findValue(fields, 'x-evenkeel-send')
  const envelope: Envelope = {
    id,
    at: at.toISOString(),
    receivedAt: new Date().toISOString(),
    from,
    to,
    tags: submission.tags,
    ...(configurationSet ? { configurationSet } : {}),
    ...(send ? { send } : {}),
  }
  const replaced = [
    'message-id',
    'date',
    'bcc',
    'return-path',
    'x-ses-configuration-set',
    'x-ses-message-tags',
  ]
  const stamped = [
    field('Return-Path', `<${id}@${region}.amazonses.com>`),
    ...withoutFields(fields, replaced),
    field('Message-ID', `<${id}@${region}.amazonses.com>`),
    dateField(at),
  ]
  return { envelope, raw: joinMessage({ fields: stamped, body }) }
}
