import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { answerQuery, Rejection } from './query-protocol.ts'
import type { TextMessages } from './text-messages.ts'

export type TextMode = 'accept' | 'reject' | 'throttle'

const protocol = { action: 'Publish', namespace: 'http://sns.amazonaws.com/doc/2010-03-31/' }
/** @see https://www.itu.int/rec/T-REC-E.164 */
const e164 = /^\+[1-9]\d{6,14}$/
/** SNS splits a longer text into parts and takes none over this. */
const LONGEST_TEXT = 1600

const attributesOf = (form: URLSearchParams) => {
  const attributes: Record<string, string> = {}
  for (let n = 1; form.has(`MessageAttributes.entry.${n}.Name`); n++)
    attributes[form.get(`MessageAttributes.entry.${n}.Name`)?.toLowerCase() ?? ''] =
      form.get(`MessageAttributes.entry.${n}.Value.StringValue`) ?? ''
  return attributes
}

/** Whether a call is meant for SNS, which shares its port and its protocol with SES. */
export const isForSns = (form: URLSearchParams) => form.get('Version') === '2010-03-31'

/**
 * The Query protocol of SNS, of which the product uses Publish to a phone number alone.
 * Refusals are those of the service's model: InvalidParameter 400, Throttled 429.
 */
export const createSnsEndpoint = (messages: TextMessages, now: () => Promise<Date>) => {
  const state: { mode: TextMode; rejected: number } = { mode: 'accept', rejected: 0 }

  const publish = async (form: URLSearchParams) => {
    const to = form.get('PhoneNumber') ?? ''
    const text = form.get('Message') ?? ''
    if (form.get('Action') !== 'Publish' || to === '')
      throw new Rejection('InvalidAction', 'The local text service knows Publish to a PhoneNumber.')
    if (state.mode === 'throttle') {
      state.rejected += 1
      throw new Rejection('Throttled', 'Rate exceeded', 429)
    }
    if (state.mode === 'reject' || !e164.test(to)) {
      state.rejected += 1
      throw new Rejection(
        'InvalidParameter',
        `Invalid parameter: PhoneNumber Reason: ${to} is not valid to publish to`,
      )
    }
    if (text === '') throw new Rejection('InvalidParameter', 'Invalid parameter: Empty message')
    if ([...text].length > LONGEST_TEXT)
      throw new Rejection('InvalidParameter', 'Invalid parameter: Message too long')
    const id = randomUUID()
    const send = attributesOf(form)['x-evenkeel-send'] ?? null
    messages.add({ id, to, text, at: (await now()).toISOString(), send })
    return id
  }

  const handle = (form: URLSearchParams, response: ServerResponse) =>
    answerQuery(response, protocol, () => publish(form))
  return { handle, state }
}
