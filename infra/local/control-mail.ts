import { randomUUID } from 'node:crypto'
import { localAuthorization } from './aws-json.ts'
import type { ControlOptions, Operation } from './control.ts'
import { ControlRefusal, type ControlRequest } from './control-answer.ts'
import { invokerOf } from './control-functions.ts'
import { findValue, splitMessage } from './mail/raw-message.ts'
import { loopback } from './ports.ts'

const receiver = 'mail-on-mail-received'
const verdicts: readonly string[] = ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED']

/** What SES found, as the query says it: `spf=fail`. Where it says nothing, everything is fine. */
function verdict({ url }: ControlRequest, name: string): { status: string } {
  const status = (url.searchParams.get(name) ?? 'PASS').toUpperCase()
  if (!verdicts.includes(status))
    throw new ControlRefusal(400, `${name} is one of ${verdicts.join(', ').toLowerCase()}.`)
  return { status }
}

const addressesIn = (value = '') => value.match(/[^\s<>,;"]+@[^\s<>,;"]+/g) ?? []

/** Hands in a mail as SES does: the object lies in the bucket, then the function is told. */
export function mailReceiver({ supervisor, model }: ControlOptions): Operation {
  const invoke = invokerOf(supervisor)
  const { ports, region } = supervisor.place

  return async (request) => {
    const definition = model.functions.find(({ name }) => name === receiver)
    const bucket = definition?.environment.CONTENT_BUCKET
    if (!definition || !bucket) throw new ControlRefusal(409, `There is no function ${receiver}.`)
    if (request.body.length === 0) throw new ControlRefusal(400, 'The body is the mail, as MIME.')
    const { fields } = splitMessage(request.body)
    const recipients = request.url.searchParams.has('to')
      ? request.url.searchParams.getAll('to')
      : ['to', 'cc'].flatMap((name) => addressesIn(findValue(fields, name)))
    if (recipients.length === 0)
      throw new ControlRefusal(400, 'The mail names no recipient: add To, or ?to=.')
    const messageId = randomUUID().replaceAll('-', '')
    const stored = await fetch(`${loopback(ports.stores)}/${bucket}/mail-in/${messageId}`, {
      method: 'PUT',
      body: new Uint8Array(request.body),
      headers: { authorization: localAuthorization(region, 's3') },
    })
    if (!stored.ok) throw new ControlRefusal(409, `The bucket did not take it: ${await stored.text()}`)
    const event = {
      Records: [
        {
          eventSource: 'aws:ses',
          eventVersion: '1.0',
          ses: {
            mail: {
              messageId,
              source: addressesIn(findValue(fields, 'from'))[0] ?? '',
              destination: recipients,
              timestamp: new Date().toISOString(),
            },
            receipt: {
              recipients,
              spamVerdict: verdict(request, 'spam'),
              virusVerdict: verdict(request, 'virus'),
              spfVerdict: verdict(request, 'spf'),
              dkimVerdict: verdict(request, 'dkim'),
              dmarcVerdict: verdict(request, 'dmarc'),
              action: { type: 'Lambda', functionArn: definition.arn, invocationType: 'Event' },
            },
          },
        },
      ],
    }
    const { fault } = await invoke(definition, event)
    if (fault)
      return { status: 502, body: { message: `${receiver} failed: ${fault.errorMessage}`, ...fault } }
    return { status: 202, body: { messageId, recipients } }
  }
}
