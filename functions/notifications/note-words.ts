import type { SendStatus } from '../mail/delivery.ts'
import type { Text } from '../runtime/text.ts'

/** Why something was not sent or did not arrive, as a sentence. */
const notes = {
  acknowledged: { en: 'It had been acknowledged by then.', de: 'Es war bis dahin bestätigt.' },
  updated: { en: 'Somebody was at work on it again.', de: 'Es wurde wieder daran gearbeitet.' },
  folded: {
    en: 'It came over an hour late, and a later step spoke for it.',
    de: 'Es kam über eine Stunde zu spät, und ein späterer Schritt stand dafür.',
  },
  resolved: { en: 'It had been resolved by then.', de: 'Es war bis dahin gelöst.' },
  closed: { en: 'It had been closed by then.', de: 'Es war bis dahin geschlossen.' },
  canceled: { en: 'It had been canceled by then.', de: 'Es war bis dahin zurückgezogen.' },
  moved_on: { en: 'It had gone to another team by then.', de: 'Es lag bis dahin bei einem anderen Team.' },
  shift_moved: {
    en: 'The shift is somebody else’s by now.',
    de: 'Die Schicht hat inzwischen jemand anderes.',
  },
  unknown_schedule: { en: 'There is no such schedule any more.', de: 'Diesen Plan gibt es nicht mehr.' },
  too_late: { en: 'The shift had long begun by then.', de: 'Die Schicht hatte da schon lange begonnen.' },
  nothing_left: {
    en: 'Nothing of it was left for this person to see.',
    de: 'Davon war für diese Person nichts mehr zu sehen.',
  },
  works_here: {
    en: 'Who works here follows it in the queue and gets no mail for it.',
    de: 'Wer hier arbeitet, verfolgt es in der Warteschlange und bekommt dafür keine Mail.',
  },
  muted: { en: 'It was muted by this person.', de: 'Diese Person hat es stummgeschaltet.' },
  digest: { en: 'It waits for this person’s digest.', de: 'Es wartet auf die Sammelmail dieser Person.' },
  may_not_read: {
    en: 'This person may no longer read it.',
    de: 'Diese Person darf es nicht mehr lesen.',
  },
  changed: { en: 'It had been changed by then.', de: 'Es war bis dahin geändert.' },
  withdrawn: { en: 'The question was taken back.', de: 'Die Frage wurde zurückgezogen.' },
  expired: { en: 'It came too late to be of use.', de: 'Es kam zu spät, um noch zu nützen.' },
  answered: { en: 'It had been answered by then.', de: 'Es war bis dahin beantwortet.' },
  unknown_person: { en: 'We do not know this person.', de: 'Diese Person kennen wir nicht.' },
  unknown_incident: { en: 'There is no such incident.', de: 'Diesen Vorfall gibt es nicht.' },
  no_address: {
    en: 'There was no address for this channel any more.',
    de: 'Für diesen Weg gab es keine Adresse mehr.',
  },
  address: { en: 'The address or number is not valid.', de: 'Die Adresse oder Nummer ist nicht gültig.' },
  gave_up: {
    en: 'The service did not take it for so long that we gave up.',
    de: 'Der Dienst nahm es so lange nicht an, dass wir aufgegeben haben.',
  },
  unknown_outcome: {
    en: 'Twice there was no clear answer; we do not know whether it arrived.',
    de: 'Zweimal kam keine klare Antwort; wir wissen nicht, ob es angekommen ist.',
  },
  private_address: {
    en: 'The webhook leads into a private network, which we do not call.',
    de: 'Der Webhook führt in ein privates Netz, das wir nicht aufrufen.',
  },
  unknown_host: {
    en: 'The webhook’s address does not exist.',
    de: 'Die Adresse des Webhooks gibt es nicht.',
  },
} satisfies Record<string, Text>

/** Why something was not sent or did not arrive; each has its words. */
export type Note = keyof typeof notes
const isNote = (note: string): note is Note => Object.hasOwn(notes, note)

const byStatus: Partial<Record<SendStatus, (note: string) => Text>> = {
  bounced: (note) => ({
    en: note.startsWith('Permanent')
      ? 'The mailbox does not exist or refuses our mail.'
      : 'The mail came back; the mailbox may be full.',
    de: note.startsWith('Permanent')
      ? 'Das Postfach gibt es nicht oder es nimmt unsere Mail nicht an.'
      : 'Die Mail kam zurück; vielleicht ist das Postfach voll.',
  }),
  complained: () => ({ en: 'It was marked as spam.', de: 'Sie wurde als Spam gemeldet.' }),
}

/** What a note says about a send, for people; undefined where the status says it all. */
export function noteText(status: SendStatus, note: string | undefined): Text | undefined {
  const said = byStatus[status]?.(note ?? '')
  if (said || note === undefined) return said
  const http = /^http_(\d{3})$/.exec(note)?.[1]
  if (http) {
    return {
      en: `The webhook’s receiver refused it (${http}).`,
      de: `Der Empfänger des Webhooks hat es abgelehnt (${http}).`,
    }
  }
  return isNote(note) ? notes[note] : { en: note, de: note }
}
