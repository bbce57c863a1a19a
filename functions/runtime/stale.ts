import { Refusal } from './refusal.ts'

/** Someone else was faster: nothing was overwritten, and `current` is how it stands now. */
export const stale = (current?: unknown) =>
  new Refusal(
    'stale',
    {
      en: 'This changed after you opened it. Nothing was overwritten; look at what is new and try again.',
      de: 'Das hat sich geändert, seit Sie es geöffnet haben. Nichts wurde überschrieben; sehen Sie sich das Neue an und versuchen Sie es noch einmal.',
    },
    { current },
  )

/** Others were at it at this very moment: nothing was saved, and asking again is all it takes. */
class Busy extends Refusal {
  constructor() {
    super('conflict', {
      en: 'Several people are changing this right now. Nothing was saved; please try again.',
      de: 'Gerade ändern mehrere Personen diesen Eintrag. Es wurde nichts gespeichert; bitte versuchen Sie es noch einmal.',
    })
  }
}
export const busy = () => new Busy()

/** Whether somebody else was faster: what was asked for may well be possible when it is asked again. */
export const isOutrun = (error: unknown): boolean =>
  error instanceof Busy || (error instanceof Refusal && error.code === 'stale')
