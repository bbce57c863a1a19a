import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import type { AwsJsonClient } from '../../infra/local/aws-json.ts'
import { returnInFlight } from '../../infra/local/in-flight.ts'

/** What is given back of these messages in flight, and after how many seconds. */
async function givenBack(handles: string[], isHeld: (handle: string) => boolean) {
  const inflight = handles.map((receiptHandle) => ({ receiptHandle }))
  const fauxqs = createServer((_, answer) => {
    answer.end(JSON.stringify({ messages: { inflight } }))
  })
  await new Promise<void>((done) => fauxqs.listen(0, '127.0.0.1', done))
  const endpoint = `http://127.0.0.1:${(fauxqs.address() as AddressInfo).port}`
  const changes: unknown[] = []
  const sqs: AwsJsonClient = {
    async call<Answer>(operation: string, body: unknown) {
      const { ReceiptHandle, VisibilityTimeout } = body as Record<string, unknown>
      changes.push([operation, ReceiptHandle, VisibilityTimeout])
      return {} as Answer
    },
  }
  await returnInFlight({ endpoint, name: 'pages', queueUrl: `${endpoint}/0/pages`, sqs, isHeld })
  fauxqs.close()
  return changes
}

test('what a killed worker held is given back after a second, never at once, which would lose it', async () => {
  expect(await givenBack(['a', 'b'], (handle) => handle === 'b')).toEqual([
    ['ChangeMessageVisibility', 'a', 1],
  ])
})

test('what was on its way to its receiver is left to it', async () => {
  const asked = new Set<string>()
  const isHeldSoon = (handle: string) => asked.has(handle) || !asked.add(handle)
  expect(await givenBack(['a'], isHeldSoon)).toEqual([])
})
