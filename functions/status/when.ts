import { elapsed, type Instant } from '../runtime/instant.ts'
import type { Language } from '../runtime/text.ts'
import { html, type Markup } from './html.ts'

const tags: Record<Language, string> = { en: 'en-GB', de: 'de-DE' }

const formatOf = (language: Language, fields: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(tags[language], { ...fields, timeZone: 'UTC', hourCycle: 'h23' })

const moment = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const

/** `23 Nov, 09:11 UTC`, marked up for machines. */
export const when = (instant: Instant, language: Language): Markup =>
  html`<time datetime="${instant}">${formatOf(language, moment).format(new Date(instant))} UTC</time>`

/** `09:11 UTC`, for today's instants in the largest type. */
export const clockTime = (instant: Instant, language: Language): Markup =>
  html`<time datetime="${instant}">${formatOf(language, { hour: '2-digit', minute: '2-digit' }).format(new Date(instant))} UTC</time>`

/** `2 h 40 min`: whole minutes, at most two units. */
export function duration(from: Instant, to: Instant, language: Language): string {
  const whole = Math.max(1, Math.round(elapsed(from, to) / 60_000))
  const units = language === 'de' ? (['Tg.', 'Std.', 'Min.'] as const) : (['d', 'h', 'min'] as const)
  const parts = [Math.floor(whole / 1440), Math.floor(whole / 60) % 24, whole % 60]
  return parts
    .map((count, index) => (count > 0 ? `${count}\u00a0${units[index]}` : ''))
    .filter(Boolean)
    .slice(0, 2)
    .join(' ')
}
