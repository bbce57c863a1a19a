import type { Mail } from '../mail/compose.ts'
import { beginning } from '../mail/untrusted.ts'
import type { Person } from '../people/person.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Language, Text } from '../runtime/text.ts'
import type { Announcement, Word } from './announcement.ts'
import { nextWordBy } from './cadence.ts'
import type { ComponentState } from './component-state.ts'
import { words } from './mail-words.ts'

type Surroundings = {
  components: readonly { id: string; name: Text }[]
  organisationName: string
  portalUrl: string
  statusUrl: string
}

/**
 * One word of an announcement as a mail to one person: title and text as they were written,
 * everything around them in the person's language and zone.
 */
export function announcementMail(
  said: { announcement: Announcement; word: Word },
  to: Person,
  sendKey: string,
  around: Surroundings,
): Mail {
  const { announcement, word } = said
  const t = words[to.locale]
  const { stage } = word.after
  const urgent = announcement.highPriority && stage !== 'resolved'
  const label = urgent ? `${t.important}: ${t.stages[stage]}` : t.stages[stage]
  return {
    to: { name: to.name, address: to.email },
    subject: `[${label}] ${announcement.title}`,
    thread: announcement.id,
    sendKey,
    parts: {
      language: to.locale,
      preview: beginning(word.text.replace(/\s+/g, ' '), 140),
      heading: announcement.title,
      ...(urgent && { urgent: true }),
      paragraphs: [...(urgent ? [t.urgentLead] : []), t.leads[stage]],
      quote: { label: t.said(around.organisationName), text: word.text },
      facts: factsOf(said, to, around),
      button: { label: t.open, url: `${around.portalUrl}/announcements/${announcement.id}` },
      ...(announcement.audience === 'public' && {
        alternative: { label: t.statusPage, url: around.statusUrl },
      }),
      footer: [t.why[announcement.audience](around.organisationName)],
    },
  }
}

function factsOf(
  { announcement, word }: { announcement: Announcement; word: Word },
  to: Person,
  around: Surroundings,
) {
  const t = words[to.locale]
  const when = (instant: Instant) => inZone(instant, to.locale, to.zone)
  const next = word.seq === announcement.version ? nextWordBy(announcement, word.at) : undefined
  const affected = word.after.components
    .map(({ id, state }) => `${nameOf(id, to.locale, around.components)}: ${stateWord(state, to.locale)}`)
    .join(' · ')
  return [
    { label: t.stage, value: t.stages[word.after.stage] },
    ...(affected ? [{ label: t.affected, value: affected }] : []),
    { label: t.since, value: when(announcement.startsAt) },
    ...(announcement.endsAt ? [{ label: t.until, value: when(announcement.endsAt) }] : []),
    ...(next ? [{ label: t.next, value: when(next) }] : []),
  ]
}

const nameOf = (id: string, language: Language, components: Surroundings['components']) =>
  components.find((component) => component.id === id)?.name[language] ?? id

const stateWord = (state: ComponentState, language: Language) => words[language].states[state]

function inZone(instant: Instant, language: Language, timeZone: string): string {
  const format = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  })
  return `${format.format(new Date(instant))} (${timeZone.replaceAll('_', ' ')})`
}
