import type { Instant } from '../runtime/instant.ts'
import { Refusal } from '../runtime/refusal.ts'
import { Refused } from './refused.ts'
import type { Source } from './source.ts'
import { isCurrent } from './source-key.ts'

type Known = { sourceId: string; expiresAt?: Instant }

/**
 * The source that a key lets its holder send for. What is not there answers as a wrong key does.
 * @throws Refused `wrong_key`, `expired_key`, `retired`.
 */
export function demandSource(source: Source | undefined, key: Known | undefined, now: Instant): Source {
  if (!source || key?.sourceId !== source.id) throw wrongKey()
  if (!isCurrent(key, now)) throw expiredKey()
  if (source.retired) throw retired()
  return source
}

const wrongKey = () =>
  new Refused('wrong_key', 'unauthenticated', {
    en: 'This is not the key of this source. Send it as Bearer, or as ?key= in the address.',
    de: 'Das ist nicht der Schlüssel dieser Quelle. Senden Sie ihn als Bearer oder als ?key= in der Adresse.',
  })

const expiredKey = () =>
  new Refused('expired_key', 'unauthenticated', {
    en: 'This key has expired. Use the newer one, or make a new one on the page of the source.',
    de: 'Dieser Schlüssel ist abgelaufen. Nehmen Sie den neueren, oder erstellen Sie einen auf der Seite der Quelle.',
  })

const retired = () =>
  new Refused('retired', 'not_found', {
    en: 'This source was retired. It takes nothing any more.',
    de: 'Diese Quelle wurde stillgelegt. Sie nimmt nichts mehr an.',
  })

export const takesNoKey = () =>
  new Refusal('conflict', {
    en: 'This source was retired and takes nothing any more. Take it back into service first, or add another one.',
    de: 'Diese Quelle wurde stillgelegt und nimmt nichts mehr an. Nehmen Sie sie erst wieder in Betrieb, oder legen Sie eine andere an.',
  })

export const nothingCaptured = () =>
  new Refusal('conflict', {
    en: 'Nothing came from this source yet. Send something, or paste a payload here.',
    de: 'Von dieser Quelle kam noch nichts. Senden Sie etwas, oder fügen Sie hier eine Nachricht ein.',
  })
