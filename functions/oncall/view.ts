import type { Instant } from '../runtime/instant.ts'
import type { Services } from '../runtime/services.ts'
import { peopleOf, readStaff } from './known-people.ts'
import type { Agreed } from './rota.ts'
import type { Schedule } from './schedule.ts'

type Schedules = { schedules: readonly Schedule[] }
export type View = { settings: Schedules; agreed: Agreed; staff: ReadonlySet<string> }

/**
 * The schedules, what was agreed beside them, and who of their people can be on call: in one round trip, as long as the
 * people are those whom this container knew.
 */
export async function readView(from: Instant, services: Services): Promise<View> {
  const guess = namesIn(services.settings.lastRead()?.schedules ?? [])
  const [settings, agreed, first] = await Promise.all([
    services.settings.current(),
    services.oncall.agreedFrom(from),
    readStaff(guess, services),
  ])
  const named = [...namesIn(settings.schedules), ...agreed.overrides.map(({ person }) => person.id)]
  const missing = named.filter((id) => !guess.includes(id))
  const staff = [...first, ...(await readStaff(missing, services))]
  return { settings, agreed, staff: new Set(staff.map(({ id }) => id)) }
}

const namesIn = (schedules: readonly Schedule[]) => schedules.flatMap(peopleOf)

export const scheduleIn = ({ schedules }: Schedules, id = ''): Schedule | undefined =>
  schedules.find((one) => one.id === id)
