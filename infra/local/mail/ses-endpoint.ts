import type { ServerResponse } from 'node:http'
import { acceptMessage, type Submission } from './accept-message.ts'
import type { Mailbox } from './mailbox.ts'
import { answerQuery, Rejection } from './query-protocol.ts'

export type Mode = 'accept' | 'reject' | 'accept-then-drop'

const protocol = { action: 'SendRawEmail', namespace: 'http://ses.amazonaws.com/doc/2010-12-01/' }

const members = (form: URLSearchParams, name: string) => {
  const found: string[] = []
  for (let n = 1; form.has(`${name}.member.${n}`); n++) found.push(form.get(`${name}.member.${n}`) ?? '')
  return found
}

const tagsOf = (form: URLSearchParams) => {
  const tags: Record<string, string> = {}
  for (let n = 1; form.has(`Tags.member.${n}.Name`); n++)
    tags[form.get(`Tags.member.${n}.Name`) ?? ''] = form.get(`Tags.member.${n}.Value`) ?? ''
  return tags
}

const readSubmission = (form: URLSearchParams): Submission => {
  const data = form.get('RawMessage.Data')
  if (!data) throw new Rejection('InvalidParameterValue', 'RawMessage.Data is missing.')
  const source = form.get('Source') ?? undefined
  const configurationSet = form.get('ConfigurationSetName') ?? undefined
  return {
    raw: Buffer.from(data, 'base64'),
    destinations: members(form, 'Destinations'),
    tags: tagsOf(form),
    ...(source ? { source } : {}),
    ...(configurationSet ? { configurationSet } : {}),
  }
}

/** The Query protocol of SES, of which the product uses SendRawEmail alone. */
export const createSesEndpoint = (mailbox: Mailbox, now: () => Promise<Date>, region: string) => {
  const state: { mode: Mode; dropped: number; rejected: number } = { mode: 'accept', dropped: 0, rejected: 0 }
  const send = async (form: URLSearchParams) => {
    if (form.get('Action') !== 'SendRawEmail')
      throw new Rejection(
        'InvalidAction',
        `The local mail service knows SendRawEmail, not ${form.get('Action')}.`,
      )
    if (state.mode === 'reject') {
      state.rejected += 1
      throw new Rejection('MessageRejected', 'The local mail service is set to reject every mail.')
    }
    const { envelope, raw } = acceptMessage(readSubmission(form), await now(), region)
    if (state.mode === 'accept-then-drop') state.dropped += 1
    else mailbox.add(envelope, raw)
    return envelope.id
  }
  const handle = (form: URLSearchParams, response: ServerResponse) =>
    answerQuery(response, protocol, () => send(form))
  return { handle, state }
}
