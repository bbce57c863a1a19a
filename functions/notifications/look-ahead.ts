import { after, hours, type Instant } from '../runtime/instant.ts'
import type { Services } from '../runtime/services.ts'
import { remindersDue } from './reminder.ts'
import { rotaPrefix } from './reminder-store.ts'

type Stores = Pick<Services, 'settings' | 'oncall' | 'preferences' | 'reminders'>

const tries = 3

/**
 * Looks at the shifts of a schedule: says which reminders are due, and plans when to look again. Looking once too often
 * does no harm. @throws Error when others look at it all the time.
 */
export async function lookAhead(id: string, now: Instant, stores: Stores): Promise<void> {
  const scheduleId = id.slice(rotaPrefix.length)
  for (let attempt = 0; attempt < tries; attempt++) {
    const [before, settings, overrides] = await Promise.all([
      stores.reminders.read(scheduleId),
      stores.settings.current(),
      stores.oncall.overridesFrom(after(now, -hours(1))),
    ])
    const schedule = settings.schedules.find((one) => one.id === scheduleId)
    if (!schedule && !before) return
    if (!schedule) {
      if (await stores.reminders.save(scheduleId, before, { now, due: [] })) return
      continue
    }
    const theirs = overrides.filter((override) => override.scheduleId === scheduleId)
    const people = [
      ...schedule.layers.flatMap((layer) => layer.people.map(({ id }) => id)),
      ...theirs.map(({ person }) => person.id),
    ]
    const preferences = await stores.preferences.readMany(people)
    const lookedAt = before && before.lookedAt < now ? before.lookedAt : now
    const found = remindersDue(
      schedule,
      theirs,
      (personId) => preferences.get(personId)?.shiftReminders ?? [],
      { lookedAt, now },
    )
    if (await stores.reminders.save(scheduleId, before, { now, ...found })) return
  }
  throw new Error(`Others look at the shifts of ${scheduleId} all the time; it is tried again.`)
}
