import { Refusal } from '../runtime/refusal.ts'
import type { Swap } from './swap.ts'

export const alreadyAsked = (name: string) =>
  new Refusal('conflict', {
    en: `You have asked ${name} about this time already. Wait for the answer, or withdraw that first.`,
    de: `Sie haben ${name} zu dieser Zeit schon gefragt. Warten Sie auf die Antwort, oder ziehen Sie die Frage zuerst zurück.`,
  })

export const notYourAnswer = (name: string) =>
  new Refusal('forbidden', {
    en: `Only ${name}, who was asked, can answer this.`,
    de: `Nur ${name} wurde gefragt und kann antworten.`,
  })

export const notYourSwap = (name: string) =>
  new Refusal('forbidden', {
    en: `Only ${name}, who asked, can withdraw this.`,
    de: `Nur ${name} hat gefragt und kann das zurückziehen.`,
  })

/** @throws Refusal `conflict` for a swap that nobody can answer any more, with how it ended. */
export function demandOpen({ status }: Swap): void {
  if (status === 'proposed') return
  throw new Refusal('conflict', ends[status])
}

const ends = {
  accepted: {
    en: 'This swap is agreed already. Enter an override if somebody else is to stand in now.',
    de: 'Dieser Tausch ist schon vereinbart. Tragen Sie eine Vertretung ein, wenn jetzt jemand anderes einspringt.',
  },
  declined: {
    en: 'This swap was declined. Ask again, or ask somebody else.',
    de: 'Dieser Tausch wurde abgelehnt. Fragen Sie noch einmal oder jemand anderen.',
  },
  withdrawn: {
    en: 'This swap was withdrawn. There is nothing to answer any more.',
    de: 'Dieser Tausch wurde zurückgezogen. Es gibt nichts mehr zu beantworten.',
  },
  expired: {
    en: 'The shift has begun, so it can no longer be swapped. Enter an override if somebody stands in.',
    de: 'Die Schicht hat begonnen und lässt sich nicht mehr tauschen. Tragen Sie eine Vertretung ein, wenn jemand einspringt.',
  },
} as const
