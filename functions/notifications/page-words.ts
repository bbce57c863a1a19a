import type { Why } from '../escalation/events.ts'
import type { Language } from '../runtime/text.ts'
import type { Named } from './messages-en.ts'

const lists = { en: new Intl.ListFormat('en-GB'), de: new Intl.ListFormat('de') }

const en = {
  subject: ({ title, priority }: Named) => `${priority} ${title}`,
  lateSubject: ({ title, priority }: Named) => `${priority}, paged late: ${title}`,
  heading: ({ title, priority }: Named) => `${priority}: ${title}`,
  late: 'paged late',
  /** Steps of long ago did not say by which of their targets they reach somebody. */
  onPath: ({ step, of }: { step: number; of: number }) =>
    `You are on the escalation path, step ${step} of ${of}.`,
  isOnPath: ({ step, of }: { step: number; of: number }) => `on the escalation path, step ${step} of ${of}`,
  cause: {
    not_acknowledged: ({ number }: Named) => `Nobody has acknowledged ${number} yet.`,
    no_update: ({ number }: Named) => `${number} was acknowledged, and nothing has happened on it since.`,
    not_resolved: ({ number }: Named) => `${number} is not resolved yet.`,
    undelivered: ({ number }: Named) => `The step before, about ${number}, reached nobody.`,
  } satisfies Record<Why, (named: Named) => string>,
  caughtUp: (steps: readonly number[]) =>
    `Paging stood still for a while. ${steps.length > 1 ? `Steps ${lists.en.format(steps.map(String))} came due meanwhile, and this one message stands for all of them.` : 'This message comes late.'}`,
  explain: 'Acknowledging says that you have seen it, and stops the paging. It does not change the state.',
  quote: 'What was reported',
  button: 'Acknowledge',
  alternative: ({ number }: Named) => `Open ${number}`,
}

const de: typeof en = {
  subject: ({ title, priority }) => `${priority} ${title}`,
  lateSubject: ({ title, priority }) => `${priority}, verspätet alarmiert: ${title}`,
  heading: ({ title, priority }) => `${priority}: ${title}`,
  late: 'verspätet',
  onPath: ({ step, of }) => `Sie gehören zum Eskalationsweg, Schritt ${step} von ${of}.`,
  isOnPath: ({ step, of }) => `auf dem Eskalationsweg, Schritt ${step} von ${of}`,
  cause: {
    not_acknowledged: ({ number }) => `${number} hat noch niemand bestätigt.`,
    no_update: ({ number }) => `${number} wurde bestätigt, und seitdem hat sich nichts getan.`,
    not_resolved: ({ number }) => `${number} ist noch nicht gelöst.`,
    undelivered: ({ number }) => `Der Schritt davor zu ${number} hat niemanden erreicht.`,
  },
  caughtUp: (steps) =>
    `Die Alarmierung stand eine Weile still. ${steps.length > 1 ? `Inzwischen waren die Schritte ${lists.de.format(steps.map(String))} fällig; diese eine Nachricht steht für alle.` : 'Diese Nachricht kommt verspätet.'}`,
  explain:
    'Bestätigen heißt, dass Sie es gesehen haben, und hält die Alarmierung an. Der Zustand ändert sich nicht.',
  quote: 'Was gemeldet wurde',
  button: 'Bestätigen',
  alternative: ({ number }) => `${number} öffnen`,
}

export const pageWords = { en, de } as const satisfies Record<Language, typeof en>
