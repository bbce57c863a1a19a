import type { Refusal } from './refusal.ts'
import type { Language, Text } from './text.ts'

const titles: Record<number, Text> = {
  400: { en: 'Not understood', de: 'Nicht verstanden' },
  401: { en: 'Sign in', de: 'Anmelden' },
  403: { en: 'Not allowed', de: 'Nicht erlaubt' },
  404: { en: 'Not found', de: 'Nicht gefunden' },
  405: { en: 'No such operation', de: 'Diesen Vorgang gibt es nicht' },
  409: { en: 'Not possible now', de: 'Gerade nicht möglich' },
  412: { en: 'Changed meanwhile', de: 'Inzwischen geändert' },
  413: { en: 'Too large', de: 'Zu groß' },
  415: { en: 'Wrong type', de: 'Falscher Typ' },
  422: { en: 'Not complete', de: 'Nicht vollständig' },
  428: { en: 'If-Match needed', de: 'If-Match fehlt' },
  429: { en: 'Too many requests', de: 'Zu viele Anfragen' },
  503: { en: 'Not available', de: 'Nicht verfügbar' },
}

/** The problem document of a refusal (RFC 9457), in the reader's language. */
export function problemOf(refusal: Refusal, language: Language) {
  const { code, status, sentence, extras } = refusal
  const { retryAfterSeconds, errors, ...members } = extras
  return {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': language,
      ...(retryAfterSeconds && { 'retry-after': String(retryAfterSeconds) }),
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    },
    body: {
      type: `urn:evenkeel:problem:${code}`,
      title: titles[status]?.[language] ?? code,
      status,
      detail: sentence[language],
      code,
      ...(errors && {
        errors: errors.map(({ path, message }) => ({
          path,
          message: typeof message === 'string' ? message : message[language],
        })),
      }),
      ...members,
    },
  }
}

/** What a fault tells the outside: nothing. The log line with the same request id tells the rest. */
export const faultBody = (requestId: string) => ({
  type: 'about:blank',
  title: 'Internal Server Error',
  status: 500,
  requestId,
})
