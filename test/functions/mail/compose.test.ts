import { simpleParser } from 'mailparser'
import { describe, expect, test } from 'vitest'
import { compose, type Mail, threadRoot } from '../../../functions/mail/compose.ts'

const from = 'Evenkeel <incidents@mail.example.com>'
const mail: Mail = {
  to: { name: 'Riley Adams', address: 'riley@example.com' },
  subject: '[INC-000123] Solved: Mail does not arrive',
  thread: 'INC-000123',
  sendKey: 'INC-000123/S:E000004:resolved:riley:mail',
  parts: {
    language: 'en',
    preview: 'Preview',
    heading: 'Does it work again?',
    paragraphs: ['Ana has marked it as solved.'],
    quote: { label: 'What helped', text: 'A restart.\nIt was <script>alert("stuck")</script> & slow.' },
    facts: [{ label: 'Priority', value: 'P1' }],
    button: { label: 'Confirm', url: 'https://portal.example.com/incidents/INC-000123?a=1&b=2' },
    footer: ['Why you get this.'],
  },
}

const parsed = async (changes: Partial<Mail> = {}) =>
  simpleParser(await compose({ ...mail, ...changes }, from))
const rawHead = async (changes: Partial<Mail> = {}) =>
  (await compose({ ...mail, ...changes }, from)).toString().split('\r\n\r\n')[0] ?? ''

describe('composing a mail', () => {
  test('hangs it on the one synthetic root of its incident', async () => {
    const { headers, references, inReplyTo } = await parsed()
    expect(references).toBe('<inc-000123@mail.example.com>')
    expect(inReplyTo).toBe('<inc-000123@mail.example.com>')
    expect(headers.get('x-evenkeel-send')).toBe(mail.sendKey)
    expect(threadRoot('INC-000123', 'incidents@localhost')).toBe('<inc-000123@localhost>')
  })

  test('says that a machine wrote it, so that no other machine answers', async () => {
    const { headers } = await parsed()
    expect(headers.get('auto-submitted')).toBe('auto-generated')
    expect(headers.get('x-auto-response-suppress')).toBe('All')
  })

  test('carries the same words as text and as HTML', async () => {
    const { text = '', html } = await parsed()
    for (const words of ['Does it work again?', 'A restart.', 'P1', 'Confirm', 'Why you get this.']) {
      expect(text).toContain(words)
      expect(html).toContain(words)
    }
    expect(text).toContain(mail.parts.button?.url)
  })

  test('escapes in HTML what people wrote, and leaves it alone in text', async () => {
    const { text = '', html } = await parsed()
    expect(html).toContain('&lt;script&gt;alert(&quot;stuck&quot;)&lt;/script&gt; &amp; slow.')
    expect(html).not.toMatch(/<script/)
    expect(html).toContain('?a=1&amp;b=2')
    expect(text).toContain('<script>alert("stuck")</script> & slow.')
  })

  test.each([
    ['subject', { subject: '[INC-000123] Hello\r\nBcc: everyone@example.com\r\n\r\nBody' }],
    ['name', { to: { name: 'Riley\r\nBcc: everyone@example.com', address: 'riley@example.com' } }],
    ['address', { to: { name: 'Riley', address: 'riley@example.com\r\nBcc: everyone@example.com' } }],
    ['send key', { sendKey: 'key\r\nBcc: everyone@example.com' }],
    ['unicode line separator', { subject: '[INC-000123] a\u2028Bcc: everyone@example.com' }],
  ])('lets no line break in a %s make a header', async (_, changes) => {
    expect(await rawHead(changes)).not.toMatch(/^bcc:/im)
  })

  test.each([
    ['emoji', '[INC-000123] 🔥🔥 down'],
    ['right-to-left', '[INC-000123] البريد لا يعمل'],
    ['German', '[INC-000123] Gelöst: Straße gesperrt'],
    ['160 characters', `[INC-000123] ${'ö'.repeat(160)}`],
  ])('brings a subject with %s through', async (_, subject) => {
    expect((await parsed({ subject })).subject).toBe(subject)
  })

  test('takes overrides of the reading direction out of a subject', async () => {
    expect((await parsed({ subject: '[INC-000123] safe\u202Efdp.exe' })).subject).toBe(
      '[INC-000123] safefdp.exe',
    )
  })

  test('does not let a title bring an encoded word of its own', async () => {
    const { subject } = await parsed({ subject: '[INC-000123] =?utf-8?Q?=0D=0ABcc:_x?=' })
    expect(subject).toBe('[INC-000123] = ?utf-8?Q?=0D=0ABcc:_x?=')
  })

  test('keeps ten thousand characters whole, with lines that every server takes', async () => {
    const long = 'ä<&'.repeat(3400)
    const raw = await compose(
      { ...mail, parts: { ...mail.parts, quote: { label: 'Said', text: long } } },
      from,
    )
    expect(
      Math.max(
        ...raw
          .toString()
          .split('\r\n')
          .map((line) => line.length),
      ),
    ).toBeLessThan(998)
    expect((await simpleParser(raw)).text).toContain(long)
  })
})
