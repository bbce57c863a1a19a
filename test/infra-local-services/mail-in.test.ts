import { startFauxqs } from 'fauxqs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openContent } from '../../functions/mail/content-store.ts'
import type { Receipt } from '../../functions/mail/verdict.ts'
import type { ControlOptions } from '../../infra/local/control.ts'
import { mailReceiver } from '../../infra/local/control-mail.ts'
import { freePort } from '../support/free-port.ts'
import { credentials, region } from './serve.ts'

type SesEvent = { Records: { ses: { mail: { messageId: string; source: string }; receipt: Receipt } }[] }

let stores: Awaited<ReturnType<typeof startFauxqs>>
let endpoint: string
let receive: ReturnType<typeof mailReceiver>
const told: SesEvent[] = []

beforeAll(async () => {
  const port = await freePort()
  endpoint = `http://127.0.0.1:${port}`
  stores = await startFauxqs({ port, defaultRegion: region, logger: false })
  await openBucket('content')
  const worker = {
    state: 'ready',
    async ask(_: string, { event }: { event: SesEvent }) {
      told.push(event)
      return { payload: null }
    },
  }
  const fn = { name: 'mail-on-mail-received', isHttp: false, environment: { CONTENT_BUCKET: 'content' } }
  receive = mailReceiver({
    supervisor: { child: () => worker, place: { ports: { stores: port }, region } },
    model: { functions: [fn] },
  } as unknown as ControlOptions)
})
afterAll(() => stores.stop())

const openBucket = async (name: string) => {
  const made = await fetch(`${endpoint}/${name}`, {
    method: 'PUT',
    headers: { authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/${region}/s3/aws4_request` },
  })
  expect(made.ok).toBe(true)
}

const raw = Buffer.from(
  'From: Mon <mon@example.org>\r\nTo: Alerts <alerts+k@desk.example>,\r\n x@desk.example\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n\r\nHallo ü\r\n',
)
const hand = (query = '', body = raw) =>
  Promise.resolve(
    receive({
      method: 'POST',
      url: new URL(`http://control/mail/inbound${query}`),
      segments: ['inbound'],
      body,
    }),
  )

describe('a mail that is handed to the local run', () => {
  test('lies in the bucket when the function is told of it as SES does', async () => {
    expect(await hand('?spf=fail&dmarc=gray')).toMatchObject({ status: 202 })
    const { mail, receipt } = told.at(-1)?.Records[0]?.ses ?? {}
    expect([mail?.source, receipt]).toMatchObject([
      'mon@example.org',
      {
        recipients: ['alerts+k@desk.example', 'x@desk.example'],
        spfVerdict: { status: 'FAIL' },
        dkimVerdict: { status: 'PASS' },
        dmarcVerdict: { status: 'GRAY' },
      },
    ])
    const content = openContent({ bucket: 'content', region, endpoint, credentials })
    expect(await content.read(`mail-in/${mail?.messageId}`)).toEqual(raw)
    await expect(content.read('mail-in/none')).rejects.toThrow('404')
  })

  test('goes to whom the request names instead, and needs a body and a known verdict', async () => {
    await hand('?to=alerts%2Bz@desk.example')
    expect(told.at(-1)?.Records[0]?.ses.receipt.recipients).toEqual(['alerts+z@desk.example'])
    await expect(hand('', Buffer.alloc(0))).rejects.toThrow('MIME')
    await expect(hand('?spf=maybe')).rejects.toThrow('spf is one of')
    await expect(hand('', Buffer.from('Subject: x\r\n\r\n'))).rejects.toThrow('no recipient')
  })
})
