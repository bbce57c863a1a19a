import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createMailServer } from '../../infra/local/mail/mail-server.ts'
import { openMailbox } from '../../infra/local/mail/mailbox.ts'
import { openTextMessages } from '../../infra/local/mail/text-messages.ts'
import { region, serve, temporaryFolder } from './serve.ts'

const at = new Date('2026-10-25T00:30:00.000Z')
const ana = '+491701234567'

const start = async (folder = temporaryFolder()) => {
  const texts = openTextMessages(join(folder, 'texts.ndjson'))
  const settings = { mailbox: openMailbox(folder), texts, now: async () => at, region }
  const server = createMailServer({ ...settings, account: '000000000000', topicsUrl: 'http://127.0.0.1:1' })
  const url = await serve(server)
  /** As the SDK's client for SNS puts it on the wire. */
  const publish = async (to: string, text: string, send?: string) => {
    const body = new URLSearchParams({ Action: 'Publish', Version: '2010-03-31', Message: text })
    body.set('PhoneNumber', to)
    if (send) {
      body.set('MessageAttributes.entry.1.Name', 'X-Evenkeel-Send')
      body.set('MessageAttributes.entry.1.Value.DataType', 'String')
      body.set('MessageAttributes.entry.1.Value.StringValue', send)
    }
    const answer = await fetch(url, { method: 'POST', body })
    const xml = await answer.text()
    return {
      status: answer.status,
      code: /<Code>(\w+)</.exec(xml)?.[1],
      id: /<MessageId>([^<]+)</.exec(xml)?.[1],
    }
  }
  const list = async () => ((await (await fetch(`${url}/sms`)).json()) as { items: object[] }).items
  const mode = (wanted: string) =>
    fetch(`${url}/sms/mode`, { method: 'POST', body: JSON.stringify({ mode: wanted }) })
  return { url, publish, list, mode }
}

describe('sending a text message', () => {
  test('keeps it with the key of its send, newest first', async () => {
    const { publish, list } = await start()
    const { status, id } = await publish(ana, 'P1: Störung 🔥', 'INC-000123:I000002:step-1:ana:sms')
    expect(status).toBe(200)
    await publish('+491700000001', 'Second')
    expect(await list()).toMatchObject([
      { to: '+491700000001', text: 'Second', send: null },
      {
        id,
        to: ana,
        text: 'P1: Störung 🔥',
        at: at.toISOString(),
        send: 'INC-000123:I000002:step-1:ana:sms',
      },
    ])
  })

  test.each(['0170 1234567', '+0123456789', '+49'])('refuses %s, which is no number in E.164', async (to) => {
    const { publish, list } = await start()
    expect(await publish(to, 'Hello')).toMatchObject({ status: 400, code: 'InvalidParameter' })
    expect(await list()).toEqual([])
  })

  test('is refused for good or put off, as the mode says', async () => {
    const { publish, list, mode } = await start()
    await mode('reject')
    expect(await publish(ana, 'Hello')).toMatchObject({ status: 400, code: 'InvalidParameter' })
    await mode('throttle')
    expect(await publish(ana, 'Hello')).toMatchObject({ status: 429, code: 'Throttled' })
    expect(await list()).toEqual([])
    expect((await mode('lose')).status).toBe(400)
  })

  test('outlives the process, also one that was killed in the middle of a line', async () => {
    const folder = temporaryFolder()
    await (await start(folder)).publish(ana, 'First')
    appendFileSync(join(folder, 'texts.ndjson'), '{"id":"torn')
    const { publish, list } = await start(folder)
    await publish(ana, 'Second')
    expect(await (await start(folder)).list()).toMatchObject([{ text: 'Second' }, { text: 'First' }])
    expect(await list()).toHaveLength(2)
  })
})

test('the page of text messages escapes them, and opens the link in one', async () => {
  const { url, publish } = await start()
  await publish(ana, '<script>alert(1)</script> http://localhost:3000/a/token.')
  const page = await (await fetch(`${url}/texts`)).text()
  expect(page).not.toContain('<script>alert')
  expect(page).toContain('href="http://localhost:3000/a/token"')
  expect(await (await fetch(url)).text()).toContain('Text messages (1)')
})
