import { appendFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'
import { beforeAll, describe, expect, test } from 'vitest'
import { createMailServer } from '../../infra/local/mail/mail-server.ts'
import { openMailbox } from '../../infra/local/mail/mailbox.ts'
import type { Message } from '../../infra/local/mail/message.ts'
import { openTextMessages } from '../../infra/local/mail/text-messages.ts'
import { resourcesOf, synthesize, textOf, theOnly } from '../infra/assembly.ts'
import { credentials, region, serve, temporaryFolder } from './serve.ts'

const at = new Date('2026-10-25T00:30:00.000Z')

const mime = (lines: string[]) => Buffer.from(lines.join('\r\n'))

const plain = (subject: string, to = 'riley@demo.evenkeel.example') =>
  mime([
    'From: Evenkeel <evenkeel@demo.evenkeel.example>',
    `To: ${to}`,
    'Bcc: secret@demo.evenkeel.example',
    `Subject: ${subject}`,
    'Message-ID: <mine@evenkeel>',
    'Date: Thu, 01 Jan 1970 00:00:00 +0000',
    'References: <inc-000123@evenkeel>',
    ' <other@evenkeel>',
    'X-Evenkeel-Send: INC-000123#7',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Hello <a href="http://localhost:3000/a/token?a=1&amp;b=2">acknowledge</a></p>',
  ])

const start = async (folder = temporaryFolder(), topicsUrl = 'http://127.0.0.1:1') => {
  const mailbox = openMailbox(folder)
  const texts = openTextMessages(join(folder, 'texts.ndjson'))
  const settings = { mailbox, texts, now: async () => at, region, account: '000000000000', topicsUrl }
  const url = await serve(createMailServer(settings))
  const client = new SESClient({ region, endpoint: url, credentials, maxAttempts: 1 })
  const send = (raw: Buffer, destinations?: string[]) =>
    client.send(new SendRawEmailCommand({ RawMessage: { Data: raw }, Destinations: destinations }))
  const list = async (query = '') => {
    const { items } = (await (await fetch(`${url}/mail${query}`)).json()) as { items: Message[] }
    return items
  }
  const post = (path: string, body: object) =>
    fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) })
  return { url, send, list, post }
}

describe('sending a mail', () => {
  test('replaces Message-ID and Date as SES does, keeps the rest, and drops Bcc', async () => {
    const { send, list } = await start()
    const { MessageId } = await send(plain('INC-000123'), ['riley@demo.evenkeel.example'])
    const [mail] = await list()
    expect(mail?.id).toBe(MessageId)
    expect(mail?.at).toBe(at.toISOString())
    expect(mail?.headers['message-id']).toBe(`<${MessageId}@eu-central-1.amazonses.com>`)
    expect(mail?.headers.date).toBe('Sun, 25 Oct 2026 00:30:00 +0000')
    expect(mail?.headers.references).toBe('<inc-000123@evenkeel> <other@evenkeel>')
    expect(mail?.headers['x-evenkeel-send']).toBe('INC-000123#7')
    expect(mail?.headers.bcc).toBeUndefined()
    expect(mail?.links).toEqual(['http://localhost:3000/a/token?a=1&b=2'])
  })

  test('decodes encoded words in the subject', async () => {
    const { send, list } = await start()
    await send(plain(`=?utf-8?B?${Buffer.from('Störung 🔥 <b>').toString('base64')}?=`))
    expect((await list())[0]?.subject).toBe('Störung 🔥 <b>')
    expect((await list())[0]?.headers.subject).toBe('Störung 🔥 <b>')
  })

  test('takes the recipients from the headers when none are named', async () => {
    const { send, list } = await start()
    await send(plain('A', '"Riley, the first" <riley@demo.evenkeel.example>, sam@demo.evenkeel.example'))
    expect((await list())[0]?.to).toEqual([
      'riley@demo.evenkeel.example',
      'sam@demo.evenkeel.example',
      'secret@demo.evenkeel.example',
    ])
  })

  test.each([
    [
      'a duplicate header',
      mime(['From: a@b.example', 'To: c@d.example', 'Subject: a', 'Subject: b', '', 'x']),
    ],
    ['no recipient', mime(['From: a@b.example', 'Subject: a', '', 'x'])],
    ['no sender', mime(['To: a@b.example', 'Subject: a', '', 'x'])],
    [
      'a header injected by a line break',
      mime(['From: a@b.example', 'To: c@d.example', 'no header', '', 'x']),
    ],
  ])('refuses %s', async (_what, raw) => {
    const { send, list } = await start()
    await expect(send(raw)).rejects.toMatchObject({ name: 'InvalidParameterValue' })
    expect(await list()).toEqual([])
  })
})

describe('the mode of the mail service', () => {
  test('reject answers MessageRejected, accept-then-drop answers an id and shows nothing', async () => {
    const { send, list, post, url } = await start()
    await post('/mail/mode', { mode: 'reject' })
    await expect(send(plain('A'))).rejects.toMatchObject({ name: 'MessageRejected' })
    await post('/mail/mode', { mode: 'accept-then-drop' })
    expect((await send(plain('B'))).MessageId).toBeTruthy()
    expect(await list()).toEqual([])
    expect(await (await fetch(`${url}/mail/mode`)).json()).toMatchObject({ dropped: 1, rejected: 1 })
    expect((await post('/mail/mode', { mode: 'lose' })).status).toBe(400)
  })
})

describe('the mails', () => {
  test('are listed newest first and filtered by recipient, instant and number', async () => {
    const { send, list } = await start()
    for (const to of [
      'riley@demo.evenkeel.example',
      'sam@demo.evenkeel.example',
      'riley@demo.evenkeel.example',
    ])
      await send(plain(`to ${to}`), [to])
    expect((await list()).map(({ to }) => to[0]?.split('@')[0])).toEqual(['riley', 'sam', 'riley'])
    expect(await list('?to=SAM@demo.evenkeel.example')).toHaveLength(1)
    expect(await list('?limit=2')).toHaveLength(2)
    expect(await list('?since=2026-10-25T00:30:00Z')).toHaveLength(3)
    expect(await list('?since=2026-10-25T00:30:01Z')).toHaveLength(0)
  })

  test('are all there after the process was killed in the middle of a line', async () => {
    const folder = temporaryFolder()
    await (await start(folder)).send(plain('kept'))
    appendFileSync(join(folder, 'index.ndjson'), '{"id":"half')
    const { send, list } = await start(folder)
    await send(plain('later'))
    expect((await list()).map(({ subject }) => subject)).toEqual(['later', 'kept'])
    expect((await (await start(folder)).list()).map(({ subject }) => subject)).toEqual(['later', 'kept'])
  })
})

let topicName: string
beforeAll(() => {
  topicName = nameOfTopic()
})

/** As the app names it: the one topic that the configuration set publishes to. */
function nameOfTopic(): string {
  const stacks = synthesize('local')
  const { EventDestination } = theOnly(stacks, 'AWS::SES::ConfigurationSetEventDestination').Properties as {
    EventDestination: { SnsDestination: { TopicARN: unknown } }
  }
  const reference = textOf(EventDestination.SnsDestination.TopicARN)
  const topic = resourcesOf(stacks, 'AWS::SNS::Topic').find(({ id }) => `<${id}>` === reference)
  return String(topic?.Properties.TopicName)
}

describe('a delivery event', () => {
  test('is published to the topic of the configuration set with the headers of the mail', async () => {
    const topicPrefix = 'arn:aws:sns:eu-central-1:000000000000:'
    const calls: URLSearchParams[] = []
    const topics = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      calls.push(new URLSearchParams(body))
      response.end(
        ['evenkeel-local-alarms', topicName]
          .map((name) => `<TopicArn>${topicPrefix}${name}</TopicArn>`)
          .join(''),
      )
    })
    const { send, post } = await start(temporaryFolder(), await serve(topics))
    const { MessageId } = await send(plain('A'), ['riley@demo.evenkeel.example'])
    expect((await post(`/mail/${MessageId}/event`, { type: 'bounce' })).status).toBe(202)
    expect(calls[1]?.get('TopicArn')).toBe(`${topicPrefix}${topicName}`)
    const event = JSON.parse(calls[1]?.get('Message') ?? '')
    expect(event).toMatchObject({
      eventType: 'Bounce',
      bounce: {
        bounceType: 'Permanent',
        bouncedRecipients: [{ emailAddress: 'riley@demo.evenkeel.example' }],
      },
      mail: { messageId: MessageId, destination: ['riley@demo.evenkeel.example'] },
    })
    expect(event.mail.headers).toContainEqual({ name: 'X-Evenkeel-Send', value: 'INC-000123#7' })
    expect((await post(`/mail/${MessageId}/event`, { type: 'open' })).status).toBe(400)
    expect((await post('/mail/unknown/event', { type: 'bounce' })).status).toBe(404)
  })
})

describe('the inbox page', () => {
  test('escapes what mails say and shows their HTML only in a sandbox', async () => {
    const { send, url } = await start()
    const { MessageId } = await send(plain('<script>alert(1)</script>'))
    const page = await (await fetch(`${url}/?id=${MessageId}`)).text()
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).not.toContain('<script>alert')
    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"')
    const html = await fetch(`${url}/mail/${MessageId}/html`)
    expect(html.headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})
