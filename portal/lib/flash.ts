import type { Messages, Translate } from '../messages/messages.ts'

/** One sentence for the next page, as a message key: a cookie is written by the client, so it holds no text. */
export type Flash = { key: keyof Messages['flash']; number?: string }

export const encodeFlash = (flash: Flash) => Buffer.from(JSON.stringify(flash)).toString('base64url')

export function decodeFlash(
  value: string | null | undefined,
  known: Record<keyof Messages['flash'], string>,
): Flash | undefined {
  if (!value || value.length > 1000) return undefined
  try {
    const { key, number } = JSON.parse(Buffer.from(value, 'base64url').toString()) as Flash
    if (!Object.hasOwn(known, key)) return undefined
    return /^INC-\d+$/.test(number ?? '') ? { key, number } : { key }
  } catch {
    return undefined
  }
}

export const flashSentence = (t: Translate, { key, number = '' }: Flash): string =>
  key === 'reported' ? t('flash.reported', { number }) : t(`flash.${key}`)
