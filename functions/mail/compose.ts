import MailComposer from 'nodemailer/lib/mail-composer'
import { htmlOf, type Parts } from './layout.ts'
import { textOf } from './plain-text.ts'
import { sendKeyHeader } from './send-key.ts'
import { headerLine } from './untrusted.ts'

export type Mail = {
  to: { name: string; address: string }
  subject: string
  /** What its thread is about, such as `INC-000123`: all mails about it hang on one root. */
  thread: string
  /** Stable over every try of the same send. */
  sendKey: string
  parts: Parts
}

/** The raw MIME of a mail. SES replaces its Message-ID and Date, so threads hang on a root that never was a mail. */
export function compose(mail: Mail, from: string): Promise<Buffer> {
  const root = threadRoot(mail.thread, from)
  return new MailComposer({
    from,
    to: { name: headerLine(mail.to.name), address: headerLine(mail.to.address) },
    subject: headerLine(mail.subject),
    text: textOf(mail.parts),
    html: htmlOf(mail.parts),
    inReplyTo: root,
    references: root,
    ...(mail.parts.urgent && { priority: 'high' as const }),
    headers: {
      [sendKeyHeader]: headerLine(mail.sendKey),
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}

/** The synthetic Message-ID that every mail of a thread refers to: `<inc-000123@example.com>`. */
export function threadRoot(thread: string, from: string): string {
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost'
  return `<${thread.toLowerCase()}@${domain}>`
}
