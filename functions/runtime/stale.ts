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
