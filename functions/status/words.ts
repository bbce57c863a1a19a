import type { ComponentState } from '../announcements/component-state.ts'
import type { Stage } from '../announcements/lifecycle.ts'
import type { Language } from '../runtime/text.ts'

type Words = {
  title: (organisation: string) => string
  /** What one glance tells. */
  headlines: Record<ComponentState, string>
  notice: string
  summaryCalm: string
  summaryNotice: string
  affected: string
  nextWord: string
  lastChange: string
  states: Record<ComponentState, string>
  stages: Record<Stage, string>
  now: string
  important: string
  announcement: string
  planned: string
  since: string
  expectedEnd: string
  starts: string
  components: string
  upcoming: string
  history: string
  historyEmpty: string
  ended: string
  lasted: (duration: string) => string
  older: (count: number) => string
  more: string
  report: string
  feed: string
  data: string
  skip: string
  foot: string
  toOtherLanguage: string
}

export const words: Record<Language, Words> = {
  en: {
    title: (organisation) => `${organisation} status`,
    headlines: {
      operational: 'All systems operational',
      maintenance: 'Planned maintenance is under way',
      degraded: 'Some systems are slow or unreliable',
      partial_outage: 'Some systems are partly down',
      major_outage: 'Major outage',
    },
    notice: 'There is something you should know',
    summaryCalm: 'Nothing is wrong that we know of.',
    summaryNotice: 'All systems work. Please read the announcement below.',
    affected: 'Affected',
    nextWord: 'Next update by',
    lastChange: 'Last change',
    states: {
      operational: 'Operational',
      maintenance: 'Maintenance',
      degraded: 'Degraded',
      partial_outage: 'Partial outage',
      major_outage: 'Major outage',
    },
    stages: {
      investigating: 'Investigating',
      identified: 'Identified',
      monitoring: 'Monitoring',
      resolved: 'Resolved',
    },
    now: 'What is happening',
    important: 'Important',
    announcement: 'Announcement',
    planned: 'Planned',
    since: 'Since',
    expectedEnd: 'Expected end',
    starts: 'Starts',
    components: 'Systems',
    upcoming: 'Coming up',
    history: 'Last 14 days',
    historyEmpty: 'No earlier events in the last 14 days.',
    ended: 'Ended',
    lasted: (duration) => `lasted ${duration}`,
    older: (count) => (count === 1 ? '1 earlier update' : `${count} earlier updates`),
    more: 'Read all of it',
    report: 'Report a problem',
    feed: 'Follow by feed',
    data: 'As data (JSON)',
    skip: 'Skip to the systems',
    foot: 'All times are UTC. This page is made of plain files and stays up when everything else is down; reload it for the latest word.',
    toOtherLanguage: 'Deutsch',
  },
  de: {
    title: (organisation) => `${organisation}: Status`,
    headlines: {
      operational: 'Alle Systeme funktionieren',
      maintenance: 'Geplante Wartung läuft',
      degraded: 'Einige Systeme sind langsam oder unzuverlässig',
      partial_outage: 'Einige Systeme sind teilweise ausgefallen',
      major_outage: 'Schwerer Ausfall',
    },
    notice: 'Es gibt etwas, das Sie wissen sollten',
    summaryCalm: 'Uns ist keine Störung bekannt.',
    summaryNotice: 'Alle Systeme funktionieren. Bitte lesen Sie die Ankündigung unten.',
    affected: 'Betroffen',
    nextWord: 'Nächste Nachricht bis',
    lastChange: 'Letzte Änderung',
    states: {
      operational: 'Funktioniert',
      maintenance: 'Wartung',
      degraded: 'Beeinträchtigt',
      partial_outage: 'Teilausfall',
      major_outage: 'Ausfall',
    },
    stages: {
      investigating: 'Wird untersucht',
      identified: 'Ursache gefunden',
      monitoring: 'Wird beobachtet',
      resolved: 'Gelöst',
    },
    now: 'Was gerade geschieht',
    important: 'Wichtig',
    announcement: 'Ankündigung',
    planned: 'Geplant',
    since: 'Seit',
    expectedEnd: 'Voraussichtliches Ende',
    starts: 'Beginnt',
    components: 'Systeme',
    upcoming: 'Demnächst',
    history: 'Die letzten 14 Tage',
    historyEmpty: 'Keine früheren Ereignisse in den letzten 14 Tagen.',
    ended: 'Beendet',
    lasted: (duration) => `dauerte ${duration}`,
    older: (count) => (count === 1 ? '1 frühere Nachricht' : `${count} frühere Nachrichten`),
    more: 'Alles lesen',
    report: 'Problem melden',
    feed: 'Als Feed verfolgen',
    data: 'Als Daten (JSON)',
    skip: 'Zu den Systemen springen',
    foot: 'Alle Zeiten sind UTC. Diese Seite besteht aus einfachen Dateien und bleibt erreichbar, wenn alles andere ausfällt; laden Sie sie neu für den letzten Stand.',
    toOtherLanguage: 'English',
  },
}
