import type { Incident } from '../incidents/incident.ts'
import type { Instant } from '../runtime/instant.ts'
import { surveyOf } from '../surveys/survey.ts'
import { incidentMail, namesOf } from './incident-mail.ts'
import { messages } from './messages.ts'
import type { Note } from './note-words.ts'
import { onClockOf, type Reader } from './reader.ts'

/** Why the question is not put any more: a reopen took it back, a newer one replaced it, or it came too late. */
export function whyNotAsked(
  incident: Incident,
  { requestedAt, expiresAt }: { requestedAt: Instant; expiresAt: Instant },
  now: Instant,
): Note | undefined {
  const survey = surveyOf(incident)
  if (survey?.status !== 'requested') return survey?.status ?? 'withdrawn'
  if (survey.requestedAt !== requestedAt) return 'withdrawn'
  return now > expiresAt ? 'expired' : undefined
}

/** The question with its five answers; each only opens the page with that number chosen. */
export function surveyMail({
  incident,
  reader,
  url,
  expiresAt,
}: {
  incident: Incident
  reader: Reader
  url: string
  expiresAt: Instant
}) {
  const words = messages[reader.language]
  const named = namesOf(incident, incident.requester.name)
  return incidentMail(incident, reader, {
    subject: words.survey.subject(named),
    parts: {
      preview: words.survey.words(named),
      heading: words.survey.heading(named),
      paragraphs: [words.survey.words(named), words.survey.explain],
      choices: words.survey.choices.map((label, index) => ({
        sign: String(index + 1),
        label,
        url: `${url}?rating=${index + 1}`,
      })),
      footer: [
        words.footer.requester(named),
        words.survey.until(onClockOf(reader, expiresAt)),
        words.footer.replies,
      ],
    },
  })
}
