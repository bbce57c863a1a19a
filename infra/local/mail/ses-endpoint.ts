import type { ServerResponse } from 'node:http'
import { acceptMessage, Rejection, type Submission } from './accept-message.ts'
import type { Mailbox } from './mailbox.ts'

export type Mode = 'accept' | 'reject' | 'accept-then-drop'

const namespace = 'xmlns="http://ses.amazonaws.com/doc/2010-12-01/"'

const escapeXml = (text: string) =>
  text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`).replace(/[^\x20-\x7e]/g, ' ')

const answer = (response: ServerResponse, status: number, xml: string) => {
  response.writeHead(status, { 'content-type': 'text/xml' })
  response.end(xml)
}

const refuse = (response: ServerResponse, { code, message }: Rejection) =>
  answer(
    response,
    400,
    `<ErrorResponse ${namespace}><Error><Type>Sender</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error><RequestId>local</RequestId></ErrorResponse>`,
  )

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
  const handle = async (body: Buffer, response: ServerResponse) => {
    try {
      const id = await send(new URLSearchParams(body.toString('latin1')))
      answer(
        response,
        200,
        `<SendRawEmailResponse ${namespace}><SendRawEmailResult><MessageId>${id}</MessageId></SendRawEmailResult><ResponseMetadata><RequestId>local</RequestId></ResponseMetadata></SendRawEmailResponse>`,
      )
    } catch (error) {
      if (!(error instanceof Rejection)) throw error
      refuse(response, error)
    }
  }
  return { handle, state }
}
