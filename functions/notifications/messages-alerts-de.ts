import type { AlertMessages, SilenceNamed } from './messages-alerts-en.ts'
import { refusingDe } from './messages-refusing-de.ts'

const heldWords = ({ held, isAll }: SilenceNamed): string => {
  if (held === 0) return 'Zurzeit hält sie nichts zurück.'
  if (held === 1) return 'Sie hält einen Alarm zurück; er geht dann seinen Weg, wenn er noch anliegt.'
  return `Sie hält ${isAll ? held : `mehr als ${held}`} Alarme zurück; sie gehen dann ihren Weg, wenn sie noch anliegen.`
}

export const alertsDe: AlertMessages = {
  flapping: {
    subject: ({ title }) => `Kommt und geht: ${title}`,
    heading: 'Ein Alarm kommt und geht',
    words: ({ title, changes, minutes }) =>
      `${title} hat in ${minutes} Minuten ${changes}-mal gewechselt. Wir bleiben still, bis sich das beruhigt.`,
    advice: 'Wenn das oft geschieht, ist die Schwelle vielleicht zu knapp.',
    button: 'Alarm ansehen',
    why: ({ team }) => `Sie bekommen diese Mail, weil es ein Alarm Ihres Teams ${team} ist.`,
    isFor: (team) => `Ein Alarm des eigenen Teams ${team}.`,
  },
  storm: {
    subject: ({ source }) => `Sehr viele Alarme von ${source}`,
    heading: 'Eine Flut von Alarmen',
    words: ({ source, requests }) =>
      `${source} hat in fünf Minuten ${requests} Anfragen gesendet, und es können mehr werden.`,
    advice:
      'Nichts geht verloren: Alles wird angenommen, und was zusammengehört, wird ein Vorfall. Wir sagen es einmal.',
    button: 'Alarme ansehen',
    source: 'Quelle ansehen',
    why: 'Sie bekommen diese Mail, weil Sie das Team leiten, zu dem diese Alarme gehen, oder Evenkeel verwalten.',
    isFor: 'Als Leitung oder Administration benachrichtigt.',
  },
  refusing: refusingDe,
  rekindled: {
    subject: (title) => `Wieder aktiv: ${title}`,
    heading: 'Es meldet sich wieder',
    words: ({ number, alerts }) =>
      `Die Alarme von ${number} waren ruhig. Jetzt ${alerts === 1 ? 'ist einer' : `sind ${alerts}`} wieder aktiv.`,
    advice: 'Jemand hat schon daran gearbeitet, darum ändern wir nichts und sagen es Ihnen nur.',
    button: 'Ansehen, wie es steht',
    whyYou: (number) => `Sie bekommen diese Mail, weil ${number} in Ihren Händen liegt.`,
    whyTeam: ({ number, team }) =>
      `Sie bekommen diese Mail, weil ${number} bei Ihrem Team ${team} wartet und es niemand übernommen hat.`,
    isTheirs: 'Es liegt in den eigenen Händen.',
    isOfTeam: (team) => `Ein Vorfall des eigenen Teams ${team}, den niemand übernommen hat.`,
  },
  silence: {
    subject: ({ endsAt }) => `Ihre Stummschaltung endet: ${endsAt}`,
    heading: 'Ihre Stummschaltung endet bald',
    words: (named) => `Ihre Stummschaltung endet: ${named.endsAt}. ${heldWords(named)}`,
    reason: 'Sie schrieben',
    matchers: 'Stummgeschaltet',
    button: 'Verlängern oder beenden',
    why: 'Sie bekommen diese Mail, weil Sie diese Stummschaltung angelegt haben.',
    isFor: 'Es ist die eigene Stummschaltung.',
  },
  matcher: {
    facts: {
      '@source': 'Quelle',
      '@severity': 'Schweregrad',
      '@title': 'Titel',
      '@summary': 'Zusammenfassung',
    },
    ops: { is: '=', is_not: '≠', like: 'wie', not_like: 'nicht wie' },
    nothing: 'nichts',
  },
}
