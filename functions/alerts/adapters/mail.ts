import * as z from 'zod/mini'
import type { Severity } from '../occurrence.ts'
import { unfit } from '../refused.ts'
import { saysOver, withoutState } from './mail-words.ts'
import { type Adapter, occurrenceFrom } from './occurrence-from.ts'
import { only } from './read-each.ts'
import { shaped } from './shape.ts'

/** A mail as it was parsed: what of it an alert is made of. */
const Mail = z.object({
  subject: z._default(z.string(), ''),
  text: z._default(z.string(), ''),
  from: z._default(z.string(), ''),
  date: z.optional(z.string()),
})

const answered = /^\s*(?:(?:re|fwd?|aw|wg|antw)\s*:\s*)+/i
/** `(3)`, `[2]`, `#17`, `x3`: how often, not what. */
const counter = /[([]\s*:?\s*\d+(?:\s*\/\s*\d+)?\s*[)\]]|#\d+\b|\b[x×]\d+\b|:\d+(?=\s*\])/gi

const longestPayloadText = 4000

/**
 * A mail of a monitoring system. Words such as `[RESOLVED]`, `OK` or `recovered` in its subject end the alert where they
 * leave no doubt; the subject without such words, without counters and without `Re:` or `Fwd:` says which one it is.
 */
export const readMail: Adapter = (body, around) => {
  const { subject, text, from, date } = shaped(Mail, body, 'mail')
  const title = subject.replace(answered, '').trim()
  if (title === '') throw unfit('lacks_field', [{ path: 'subject', message: noSubject }])
  return only(
    occurrenceFrom(
      {
        key: dedupKeyOf(title),
        status: saysOver(title) ? 'resolved' : 'firing',
        title,
        summary: text,
        severity: severityOf(title),
        labels: { from },
        saidAt: date,
        payload: { subject, from, text: text.slice(0, longestPayloadText).toWellFormed() },
      },
      around,
      'labels',
    ),
  )
}

/** What makes two mails the same alert; the whole subject where nothing else is in it. */
export function dedupKeyOf(subject: string): string {
  const bare = withoutState(subject.replace(answered, '').replace(counter, ' '))
    .replace(/[[\](){}:;,.!–—|-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
  return bare || subject.trim().toLowerCase()
}

function severityOf(title: string): Severity {
  if (/\b(?:critical|kritisch|fatal|emergency)\b/i.test(title)) return 'critical'
  if (/\b(?:error|fehler|failed|down|major)\b/i.test(title)) return 'error'
  return /\b(?:info|information|notice)\b/i.test(title) ? 'info' : 'warning'
}

const noSubject = {
  en: 'The mail has no subject. It says what the alert is.',
  de: 'Die Mail hat keinen Betreff. Er sagt, worum es geht.',
}
