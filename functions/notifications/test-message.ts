import type { Instant } from '../runtime/instant.ts'
import { elapsed, minutes } from '../runtime/instant.ts'
import type { Language } from '../runtime/text.ts'
import type { Message } from './message.ts'
import { onClockOf, type Reader } from './reader.ts'

const mostTests = 5
const within = minutes(10)

/** The tests that still count after one more now; undefined when that would be too many in ten minutes. */
export function oneMoreTest(at: readonly Instant[], now: Instant): Instant[] | undefined {
  const recent = at.filter((one) => elapsed(one, now) < within)
  return recent.length < mostTests ? [...recent, now] : undefined
}

/** After how many seconds another test may be asked for. */
export const testAgainAfter = (at: readonly Instant[], now: Instant): number =>
  Math.ceil((within - elapsed([...at].sort().at(-mostTests) ?? now, now)) / 1000)

const words = {
  en: {
    subject: 'A test of your notifications',
    works: 'It works: pages reach you this way.',
    asked: (when: string) => `You asked for this test on ${when}. Nothing is wrong.`,
    button: 'Back to my notifications',
    footer: 'You get this message because you pressed the test button.',
  },
  de: {
    subject: 'Probe Ihrer Benachrichtigungen',
    works: 'Es klappt: So erreichen Alarme Sie.',
    asked: (when: string) => `Sie haben diese Probe angefordert: ${when}. Es ist nichts passiert.`,
    button: 'Zurück zu meinen Benachrichtigungen',
    footer: 'Sie erhalten diese Nachricht, weil Sie auf „Probe senden“ gedrückt haben.',
  },
} satisfies Record<Language, unknown>

/** What arrives when somebody presses the test button; there is nothing to do about it. */
export function testMessage(reader: Reader, { at, portalUrl }: { at: Instant; portalUrl: string }): Message {
  const { subject, works, asked, button, footer } = words[reader.language]
  const url = `${portalUrl}/me/notifications`
  return {
    subject,
    thread: 'notifications-test',
    words: `Evenkeel: ${works}`,
    url,
    parts: {
      language: reader.language,
      preview: works,
      heading: subject,
      paragraphs: [works, asked(onClockOf(reader, at))],
      button: { label: button, url },
      footer: [footer],
    },
  }
}
