import { Temporal } from 'temporal-polyfill'
import type { FormFields } from '../form.ts'
import { readThing } from '../set-up/blueprint.ts'
import type { Ui } from '../visit.ts'
import { instantOf } from '../wall-clock.ts'
import type { Matcher } from './contract.ts'
import { matchersIn, matchersInput } from './matchers-form.ts'

export const quickEnds = ['hour', 'fourHours', 'tomorrow', 'monday'] as const
const ends = [...quickEnds, 'at', 'keep'] as const
export type End = (typeof ends)[number]

const morning = '09:00'
const hour = 3_600_000

type When = { now: Date; zone: string }
type Until = { endsAt: string } | { until: { weekday: 'mon'; time: string; zone: string } }
type Lack = 'timeMissing' | 'matcherMissing' | 'endMissing'
type Body = { matchers: Matcher[]; reason: string; startsAt?: string } & Partial<Until>
export type ReadSilence = { body: Body; errors: Record<string, Lack> }

/** A silence as its form says it, by the clock of its reader; what is lacking is named by its field. */
export function silenceFrom(ui: Ui, form: FormFields, when: When): ReadSilence {
  const asked = readThing([matchersInput(ui, { path: 'matchers', label: '' })], form)
  const matchers = matchersIn(asked.matchers)
  const errors: Record<string, Lack> = {}
  if (matchers.length === 0) errors.matchers = 'matcherMissing'
  const starts = momentIn(form, 'start', when.zone)
  if (starts === null) errors.startTime = 'timeMissing'
  const from = starts ? new Date(starts) : when.now
  const end = form.oneOf('ends', ends)
  const until = end && endOf(end, form, { ...when, now: from })
  if (!end) errors.ends = 'endMissing'
  if (until === null) errors.endTime = 'timeMissing'
  return {
    body: { matchers, reason: form.text('reason'), ...(starts && { startsAt: starts }), ...until },
    errors,
  }
}

/** @returns undefined for what leaves the end as it is, null for a time that is none */
function endOf(end: End, form: FormFields, { now, zone }: When): Until | undefined | null {
  const from = now.getTime()
  switch (end) {
    case 'hour':
      return { endsAt: new Date(from + hour).toISOString() }
    case 'fourHours':
      return { endsAt: new Date(from + 4 * hour).toISOString() }
    case 'tomorrow': {
      const today = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(zone).toPlainDate()
      const meant = instantOf(today.add({ days: 1 }).toString(), morning, zone)
      return meant ? { endsAt: meant.at } : null
    }
    case 'monday':
      return { until: { weekday: 'mon', time: morning, zone } }
    case 'at': {
      const endsAt = momentIn(form, 'end', zone)
      return endsAt ? { endsAt } : null
    }
    case 'keep':
      return undefined
  }
}

/** @returns undefined where nothing was written, null for what is no time */
function momentIn(form: FormFields, name: 'start' | 'end', zone: string): string | undefined | null {
  const [date, time] = [form.text(`${name}Date`), form.text(`${name}Time`)]
  if (date === '' && time === '') return undefined
  return instantOf(date, time, zone)?.at ?? null
}
