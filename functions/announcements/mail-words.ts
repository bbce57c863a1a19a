import type { Language } from '../runtime/text.ts'
import type { Audience } from './announcement.ts'
import type { ComponentState } from './component-state.ts'
import type { Stage } from './lifecycle.ts'

type Words = {
  important: string
  urgentLead: string
  stages: Record<Stage, string>
  leads: Record<Stage, string>
  states: Record<ComponentState, string>
  said: (organisation: string) => string
  stage: string
  affected: string
  since: string
  until: string
  next: string
  open: string
  statusPage: string
  why: Record<Audience, (organisation: string) => string>
}

/** The frame around what an incident manager wrote. */
export const words: Record<Language, Words> = {
  en: {
    important: 'Important',
    urgentLead: 'This is important and may stop you from working.',
    stages: {
      investigating: 'Investigating',
      identified: 'Cause found',
      monitoring: 'Monitoring',
      resolved: 'Resolved',
    },
    leads: {
      investigating: 'We are finding out what is wrong.',
      identified: 'We know the cause and are working on it.',
      monitoring: 'It is fixed as far as we can see, and we are watching it.',
      resolved: 'This is over.',
    },
    states: {
      operational: 'works',
      maintenance: 'maintenance',
      degraded: 'slow or unreliable',
      partial_outage: 'partly down',
      major_outage: 'down',
    },
    said: (organisation) => `${organisation} writes:`,
    stage: 'Stage',
    affected: 'Affected',
    since: 'Since',
    until: 'Expected end',
    next: 'Next update by',
    open: 'Read it and follow along',
    statusPage: 'See the status page, no sign-in needed',
    why: {
      public: (organisation) => `You get this because you have an account at ${organisation}.`,
      signed_in: (organisation) => `You get this because you have an account at ${organisation}.`,
      agents: (organisation) =>
        `You get this because you work on incidents at ${organisation}. It is not public.`,
    },
  },
  de: {
    important: 'Wichtig',
    urgentLead: 'Das ist wichtig und kann Sie am Arbeiten hindern.',
    stages: {
      investigating: 'Wird untersucht',
      identified: 'Ursache gefunden',
      monitoring: 'Wird beobachtet',
      resolved: 'Gelöst',
    },
    leads: {
      investigating: 'Wir finden gerade heraus, was nicht stimmt.',
      identified: 'Wir kennen die Ursache und arbeiten daran.',
      monitoring: 'Soweit wir sehen, ist es behoben; wir beobachten es noch.',
      resolved: 'Das ist überstanden.',
    },
    states: {
      operational: 'funktioniert',
      maintenance: 'Wartung',
      degraded: 'langsam oder unzuverlässig',
      partial_outage: 'teilweise ausgefallen',
      major_outage: 'ausgefallen',
    },
    said: (organisation) => `${organisation} schreibt:`,
    stage: 'Stand',
    affected: 'Betroffen',
    since: 'Seit',
    until: 'Voraussichtliches Ende',
    next: 'Nächste Nachricht bis',
    open: 'Lesen und verfolgen',
    statusPage: 'Zur Statusseite, ohne Anmeldung',
    why: {
      public: (organisation) => `Sie erhalten das, weil Sie ein Konto bei ${organisation} haben.`,
      signed_in: (organisation) => `Sie erhalten das, weil Sie ein Konto bei ${organisation} haben.`,
      agents: (organisation) =>
        `Sie erhalten das, weil Sie bei ${organisation} Vorfälle bearbeiten. Es ist nicht öffentlich.`,
    },
  },
}
