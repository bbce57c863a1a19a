import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Body = Record<string, unknown>
type Call = { action: string; body: Body }
/** What a service answers to a call; an `error` becomes the service's own kind of refusal. */
export type Answer = (call: Call) => Body | { error: string }

const md5 = (text: string) => createHash('md5').update(text).digest('hex')

/** A queue that takes everything it is given. */
export const takesAll: Answer = ({ body }) => ({
  Successful: ((body.Entries ?? []) as { Id: string; MessageBody: string }[]).map(({ Id, MessageBody }) => ({
    Id,
    MessageId: Id,
    MD5OfMessageBody: md5(MessageBody),
  })),
  Failed: [],
})

/** An endpoint on 127.0.0.1 that speaks the JSON protocol of SQS and Step Functions and remembers every call. */
export async function startAwsEndpoint() {
  let calls: Call[] = []
  let answers: Record<string, Answer> = {}
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const [, action = ''] = String(request.headers['x-amz-target']).split('.')
    const call = { action, body: JSON.parse(Buffer.concat(chunks).toString() || '{}') as Body }
    calls.push(call)
    const answer = answers[action]?.(call) ?? {}
    const refused = typeof answer.error === 'string'
    response.statusCode = refused ? 400 : 200
    response.setHeader('content-type', 'application/x-amz-json-1.0')
    response.end(JSON.stringify(refused ? { __type: answer.error, message: answer.error } : answer))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const endpoint = `http://127.0.0.1:${port}`

  return {
    /** The environment under which a function's own clients find this endpoint. */
    environment: {
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_SQS: endpoint,
      AWS_ENDPOINT_URL_SFN: endpoint,
    },
    endpoint,
    answer(by: Record<string, Answer>) {
      answers = by
    },
    /** The calls since the last time this was asked. */
    take(action: string): Body[] {
      const taken = calls.filter((call) => call.action === action).map(({ body }) => body)
      calls = calls.filter((call) => call.action !== action)
      return taken
    },
    stop: () => new Promise<void>((done) => server.close(() => done())),
  }
}
