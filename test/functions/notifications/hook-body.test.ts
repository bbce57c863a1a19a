import { describe, expect, test } from 'vitest'
import { type HookFormat, hookBody } from '../../../functions/notifications/hook-body.ts'
import { hookSecret, signedHeaders } from '../../../functions/notifications/hook-signature.ts'
import type { Message } from '../../../functions/notifications/message.ts'
import { now } from '../incidents/fixture.ts'

const message: Message = {
  subject: '[INC-000123] P1 Mail <b>does not</b> arrive',
  thread: 'INC-000123',
  words: 'P1 INC-000123: you are on call.',
  url: 'https://portal.example.com/a/1',
  parts: {
    language: 'en',
    preview: 'You are on call.',
    heading: 'P1: Mail <b>does not</b> arrive',
    urgent: true,
    paragraphs: ['You are on call for *Database* & more.'],
    quote: { label: 'What was reported', text: '[click](https://evil.example)\n<!channel>' },
    facts: [{ label: 'Service', value: 'VPN' }],
    button: { label: 'Acknowledge', url: 'https://portal.example.com/a/1' },
    alternative: { label: 'Open', url: 'https://portal.example.com/incidents/INC-000123' },
    footer: ['Footer'],
  },
}
const body = (format: HookFormat) =>
  JSON.parse(hookBody(format, message, { type: 'escalation.step', at: now }))

describe('hookBody', () => {
  test('is an event for a program', () => {
    expect(body('json')).toEqual({
      type: 'escalation.step',
      timestamp: now,
      data: {
        about: 'INC-000123',
        subject: message.subject,
        text: message.words,
        url: message.url,
        facts: [{ label: 'Service', value: 'VPN' }],
      },
    })
  })

  test('is text and blocks for Slack, in which nothing that somebody wrote becomes a mention', () => {
    const { text, blocks } = body('slack')
    expect(text).toContain('Mail &lt;b&gt;does not&lt;/b&gt; arrive')
    expect(JSON.stringify(blocks)).not.toContain('<!channel>')
    expect(blocks).toContainEqual({
      type: 'section',
      text: {
        type: 'mrkdwn',
        text: '*<https://portal.example.com/a/1|Acknowledge>*   *<https://portal.example.com/incidents/INC-000123|Open>*',
      },
    })
  })

  test('is a card for Teams, in which nothing that somebody wrote becomes a link', () => {
    const [{ contentType, content }] = body('teams').attachments
    expect(contentType).toBe('application/vnd.microsoft.card.adaptive')
    expect(content.type).toBe('AdaptiveCard')
    expect(content.body).toContainEqual(
      expect.objectContaining({ text: '\\[click\\]\\(https://evil.example\\)\n<!channel\\>' }),
    )
    expect(content.actions).toEqual([
      { type: 'Action.OpenUrl', title: 'Acknowledge', url: 'https://portal.example.com/a/1' },
      {
        type: 'Action.OpenUrl',
        title: 'Open',
        url: 'https://portal.example.com/incidents/INC-000123',
      },
    ])
  })
})

describe('signedHeaders', () => {
  test('sign as the example of Standard Webhooks does', () => {
    const headers = signedHeaders(
      { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at: '2021-02-24T15:22:00.000Z', body: '{"test": 2432232314}' },
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    )
    expect(headers['webhook-id']).toBe('msg_p5jXN8AQM9LWM0D4loKWxJek')
    expect(headers['webhook-timestamp']).toBe('1614180120')
    expect(headers['webhook-signature']).toMatch(/^v1,[\w+/]{43}=$/)
  })

  test('have a secret for each person, the same each time', () => {
    expect(hookSecret('k', 'ana')).toBe(hookSecret('k', 'ana'))
    expect(hookSecret('k', 'ana')).not.toBe(hookSecret('k', 'ben'))
    expect(hookSecret('k', 'ana')).toMatch(/^whsec_[\w+/]{43}=$/)
  })
})
