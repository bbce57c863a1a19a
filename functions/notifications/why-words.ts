import type { Channel } from '../preferences/preferences.ts'
import type { Text } from '../runtime/text.ts'

const by: Record<Channel, Text> = {
  mail: { en: 'by mail', de: 'per Mail' },
  sms: { en: 'by text message', de: 'per SMS' },
  webhook: { en: 'in the chat', de: 'im Chat' },
}

type Way = { step: number; channel: Channel }

/** The answers to "why was I not told?", each a sentence. */
export const said = {
  told: ({ step, channel }: Way): Text => ({
    en: `Step ${step} told this person ${by[channel].en}.`,
    de: `Schritt ${step} hat diese Person ${by[channel].de} benachrichtigt.`,
  }),
  onItsWay: ({ step, channel }: Way): Text => ({
    en: `Step ${step} is on its way ${by[channel].en}.`,
    de: `Schritt ${step} ist ${by[channel].de} unterwegs.`,
  }),
  not: ({ step, channel, why }: Way & { why: Text }): Text => ({
    en: `Step ${step} did not arrive ${by[channel].en}. ${why.en}`.trim(),
    de: `Schritt ${step} kam ${by[channel].de} nicht an. ${why.de}`.trim(),
  }),
  noAddress: ({ step, channel }: Way): Text => ({
    en: `Step ${step} would have come ${by[channel].en} too, but this person has given no address for it.`,
    de: `Schritt ${step} wäre auch ${by[channel].de} gekommen, aber diese Person hat dafür keine Adresse angegeben.`,
  }),
  notNews: ({ channel, why }: { channel: Channel; why: Text }): Text => ({
    en: `A message ${by[channel].en} was not sent or did not arrive. ${why.en}`,
    de: `Eine Nachricht ${by[channel].de} ging nicht ab oder kam nicht an. ${why.de}`,
  }),
  notATarget: ({ step, names }: { step: number; names: string }): Text => ({
    en: `Step ${step} was for somebody else. It went to ${names}.`,
    de: `Schritt ${step} war für andere bestimmt. Er ging an ${names}.`,
  }),
  condition: ({ step }: { step: number }): Text => ({
    en: `Step ${step} told nobody: the policy does not want it at that time.`,
    de: `Schritt ${step} hat niemanden benachrichtigt: Der Plan sieht ihn zu dieser Zeit nicht vor.`,
  }),
  nobody_on_call: ({ step }: { step: number }): Text => ({
    en: `Step ${step} told nobody: nobody was on call. Administrators were warned.`,
    de: `Schritt ${step} hat niemanden benachrichtigt: Niemand hatte Bereitschaft. Die Administration wurde gewarnt.`,
  }),
  quietUntil: ({ en, de }: Text): Text => ({
    en: `It waits for the end of this person’s quiet hours: ${en}.`,
    de: `Es wartet auf das Ende der Ruhezeiten dieser Person: ${de}.`,
  }),
  notDueYet: ({ channel, when }: { channel: Channel; when: Text }): Text => ({
    en: `The next message ${by[channel].en} is due: ${when.en}.`,
    de: `Die nächste Nachricht ${by[channel].de} ist fällig: ${when.de}.`,
  }),
  stepNotDue: ({ step }: { step: number }): Text => ({
    en: `Step ${step} is not due yet.`,
    de: `Schritt ${step} ist noch nicht fällig.`,
  }),
  acknowledgedBefore: ({ who }: { who: string }): Text => ({
    en: `${who} acknowledged it before the next step.`,
    de: `${who} hat es vor dem nächsten Schritt bestätigt.`,
  }),
  over: {
    en: 'It was over before the next step.',
    de: 'Es war vor dem nächsten Schritt zu Ende.',
  } satisfies Text,
  muted: {
    en: 'This person muted it: apart from pages, nothing of it reaches them.',
    de: 'Diese Person hat es stummgeschaltet: Außer Alarmierungen erreicht sie davon nichts.',
  } satisfies Text,
  noPolicy: ({ priority }: { priority: string }): Text => ({
    en: `Nobody is paged for ${priority}: no escalation policy is for it.`,
    de: `Für ${priority} wird niemand alarmiert: Dafür gibt es keinen Eskalationsplan.`,
  }),
}
