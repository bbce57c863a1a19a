import * as z from 'zod/mini'
import { sha256 } from '../runtime/hash.ts'
import { after, days, type Instant } from '../runtime/instant.ts'
import type { Language, Text } from '../runtime/text.ts'
import { onCallAt } from './duty.ts'
import { calendarFile } from './ical.ts'
import type { Override } from './override.ts'
import type { Schedule } from './schedule.ts'
import { type Shift, shiftsBetween } from './shifts.ts'

/** A calendar that somebody subscribes to under a secret address. */
export const Feed = z.object({
  id: z.string(),
  scheduleId: z.string(),
  only: z.enum(['all', 'mine']),
  createdAt: z.iso.datetime(),
})
export type Feed = z.infer<typeof Feed> & { personId: string }

/** How far a calendar reaches back and ahead. */
const [back, ahead] = [days(28), days(182)]
const midnight = (now: Instant): Instant => `${now.slice(0, 10)}T00:00:00.000Z`
export const feedStart = (now: Instant): Instant => after(midnight(now), -back)

/** The shifts of a schedule as a calendar file, those at its edges whole. It changes once a day, or when they do. */
export function feedFile(
  { only, personId }: Pick<Feed, 'only' | 'personId'>,
  schedule: Schedule,
  { overrides, now, language }: { overrides: readonly Override[]; now: Instant; language: Language },
): string {
  const day = midnight(now)
  const { shifts } = shiftsBetween(schedule, overrides, feedStart(now), after(day, ahead))
  const events = shifts
    .map((shift, index) =>
      index === 0 || index === shifts.length - 1 ? wholeOf(shift, schedule, overrides) : shift,
    )
    .filter(({ person }) => only === 'all' || person.id === personId)
    .map((shift) => ({
      uid: `${sha256([schedule.id, shift.from, shift.person.id, shift.overrideId ?? ''].join('|')).slice(0, 32)}@evenkeel`,
      ...{ from: shift.from, to: shift.to },
      summary:
        only === 'all'
          ? `${schedule.name}: ${shift.person.name}`
          : `${words.onCall[language]}: ${schedule.name}`,
      description: overrides.find(({ id }) => id === shift.overrideId)?.reason,
    }))
  return calendarFile(`${words.onCall[language]}: ${schedule.name}`, events, day)
}

const wholeOf = (shift: Shift, schedule: Schedule, overrides: readonly Override[]): Shift =>
  onCallAt(schedule, overrides, shift.from) ?? shift

const words = { onCall: { en: 'On call', de: 'Bereitschaft' } } as const satisfies Record<string, Text>
