import * as z from 'zod/mini'
import { after, type Instant } from '../runtime/instant.ts'
import type { Maintaining } from './control.ts'
import { type ControlChange, type ControlTurn, Named } from './control-change.ts'
import { alreadyOver, demandNone, notRunning, running } from './control-refusals.ts'
import { problemsOfTiming, problemsOfWhat, timingOf } from './maintenance-problems.ts'
import {
  Recurring,
  type Timing,
  Window,
  windowAfter,
  windowAt,
  windowsBetween,
  windowsNear,
} from './maintenance-windows.ts'
import { isNarrower, Matchers } from './matcher.ts'

const Title = z.string().check(z.trim(), z.minLength(1), z.maxLength(160))
const ServiceIds = z.array(z.string()).check(z.maxLength(50))

export const MaintenanceRequest = z.object({
  title: Title,
  serviceIds: ServiceIds,
  matchers: z._default(Matchers, []),
  startsAt: z.optional(z.iso.datetime()),
  endsAt: z.optional(z.iso.datetime()),
  recurring: z.optional(Recurring),
})
export type MaintenanceRequest = z.infer<typeof MaintenanceRequest>

export const MaintenancePatch = z.object({
  title: z.optional(Title),
  serviceIds: z.optional(ServiceIds),
  matchers: z.optional(Matchers),
  startsAt: z.optional(z.iso.datetime()),
  endsAt: z.optional(z.iso.datetime()),
  recurring: z.optional(Recurring),
})

/** Alerts of these services are held back in its windows; what still fires at the end of one goes on from there. */
export const Maintenance = z.object({
  id: z.string(),
  title: z.string(),
  serviceIds: z.array(z.string()),
  matchers: Matchers,
  owner: Named,
  createdAt: z.string(),
  version: z.int(),
  startsAt: z.optional(z.string()),
  endsAt: z.optional(z.string()),
  recurring: z.optional(Recurring),
  cutAt: z.optional(z.string()),
  /** The window of which it was told that it began. */
  running: z.optional(Window),
  /** Until when its windows were looked at. */
  lookedAt: z.string(),
  /** Whether it ever began. */
  begun: z.boolean(),
  endedAt: z.optional(z.string()),
})
type Stored = z.infer<typeof Maintenance>
export type Maintenance = Omit<Stored, 'startsAt' | 'endsAt' | 'recurring' | 'cutAt'> & Timing

export type MaintenanceEvent = {
  type: 'maintenance.started' | 'maintenance.ended'
  at: Instant
  maintenanceId: string
  maintenance: Pick<Maintenance, 'title' | 'serviceIds' | 'matchers' | 'owner'>
  window?: Window
  cause?: 'time' | 'person' | 'narrowed'
}
export type MaintenanceChange = ControlChange<Maintenance, MaintenanceEvent>
type Whole = MaintenanceChange & { after: Maintenance }

/** @throws Refusal `incomplete` for what has no window to come, holds everything, or lasts too long. */
export function maintenance(
  { title, serviceIds, matchers, ...times }: MaintenanceRequest,
  { id, owner, now }: { id: string; owner: Named; now: Instant },
): Whole {
  const timing = timingOf(times)
  demandNone([...problemsOfWhat(serviceIds, matchers), ...problemsOfTiming(timing, now)])
  const made = { ...{ id, title, serviceIds, matchers, owner }, createdAt: now, lookedAt: now, begun: false }
  return looked({ ...made, version: 0, ...(timing as Timing) }, now, undefined)
}

/** @throws Refusal `conflict` when it is over, `incomplete` as when one is made. */
export function editedMaintenance(
  before: Maintenance,
  { title, serviceIds, matchers, ...times }: z.infer<typeof MaintenancePatch>,
  now: Instant,
): Whole {
  if (isOver(before, now)) throw alreadyOver()
  const isMoved = Object.values(times).some((time) => time !== undefined)
  const { recurring, startsAt, endsAt, cutAt, ...kept } = before as Stored
  const timing = isMoved
    ? timingOf(times.recurring ? times : { startsAt, endsAt, recurring, ...times })
    : before
  const edited = {
    ...kept,
    ...(title && { title }),
    ...(serviceIds && { serviceIds }),
    ...(matchers && { matchers }),
    ...(isMoved ? (timing as Timing) : { recurring, startsAt, endsAt, cutAt }),
  } as Maintenance
  demandNone([
    ...problemsOfWhat(edited.serviceIds, edited.matchers),
    ...(isMoved ? problemsOfTiming(timing, now) : []),
  ])
  const change = looked(edited, now, before)
  const goesOn = before.running && change.after.running?.from === before.running.from
  if (!goesOn || !holdsLess(edited, before)) return change
  const narrowed = eventOf(edited, 'maintenance.ended', now, { window: before.running, cause: 'narrowed' })
  return { ...change, events: [narrowed, ...change.events] }
}

/** Ends the window that runs now; of one that does not come again, all of it. @throws Refusal `conflict` if none runs. */
export function endedMaintenance(before: Maintenance, now: Instant): Whole {
  if (isOver(before, now)) throw alreadyOver()
  if (!windowAt(before, now)) throw notRunning()
  const cut = before.recurring ? { ...before, cutAt: now } : { ...before, endsAt: now }
  return looked(cut, now, before, 'person')
}

/** Takes away what is to come: all of it if it never began. @throws Refusal `conflict` while it runs or when it is over. */
export function removedMaintenance(before: Maintenance, now: Instant): MaintenanceChange {
  if (isOver(before, now)) throw alreadyOver()
  if (windowAt(before, now)) throw running()
  const { after: rest, events } = looked(before, now, before)
  return { before, events, ...(rest.begun && { after: { ...rest, endedAt: now } }) }
}

/** Says which windows began and ended since somebody looked last; undefined when nothing is due. */
export function wokenMaintenance(before: Maintenance, now: Instant): Whole | undefined {
  const turn = turnOfMaintenance(before)
  return turn && turn.dueAt <= now ? looked(before, now, before) : undefined
}

export function turnOfMaintenance(one: Maintenance): ControlTurn | undefined {
  if (one.endedAt !== undefined) return undefined
  const dueAt = one.running?.to ?? windowAfter(one, after(one.lookedAt, -1))?.from
  return dueAt === undefined ? undefined : { kind: 'maintenance', dueAt }
}

/** As the pipeline asks it. */
export const maintainingOf = (one: Maintenance, now: Instant): Maintaining => ({
  ...{ id: one.id, serviceIds: one.serviceIds, matchers: one.matchers },
  windows: windowsNear(one, now),
})

export const maintenanceStates = ['scheduled', 'running', 'ended'] as const

export function stateOfMaintenance(one: Maintenance, now: Instant): (typeof maintenanceStates)[number] {
  if (isOver(one, now)) return 'ended'
  return windowAt(one, now) ? 'running' : 'scheduled'
}

const isOver = (one: Maintenance, now: Instant) =>
  one.endedAt !== undefined || (!one.recurring && one.endsAt <= now)

/** How it stands once its windows are looked at; several that went by unseen have ended together. */
function looked(
  one: Maintenance,
  now: Instant,
  before: Maintenance | undefined,
  cause: MaintenanceEvent['cause'] = 'time',
): Whole {
  const current = windowAt(one, now)
  const wentBy = windowsBetween(one, one.lookedAt, now).findLast(({ to }) => one.lookedAt < to && to <= now)
  const { running: told, ...kept } = one
  const isSame = told && told.from === current?.from
  const next = { ...kept, ...(current && { running: current }) }
  const isDone = !current && !windowAfter(one, now)
  const ended = (told && !isSame) || wentBy
  return {
    before,
    after: {
      ...next,
      ...{ version: one.version + 1, lookedAt: now, begun: one.begun || Boolean(current ?? ended) },
      ...(isDone && { endedAt: now }),
    },
    events: [
      ...(ended ? [eventOf(one, 'maintenance.ended', now, { window: wentBy ?? told, cause })] : []),
      ...(current && !isSame ? [eventOf(one, 'maintenance.started', now, { window: current })] : []),
    ],
  }
}

const eventOf = (
  { id, title, serviceIds, matchers, owner }: Maintenance,
  type: MaintenanceEvent['type'],
  at: Instant,
  more: Pick<MaintenanceEvent, 'window' | 'cause'>,
): MaintenanceEvent => ({
  ...{ type, at, maintenanceId: id, maintenance: { title, serviceIds, matchers, owner } },
  ...more,
})

function holdsLess(one: Maintenance, before: Maintenance): boolean {
  const lost = before.serviceIds.some((id) => !one.serviceIds.includes(id))
  const isOfFewer = one.serviceIds.length > 0 && (before.serviceIds.length === 0 || lost)
  const isOfNone = one.serviceIds.length === 0 && before.serviceIds.length > 0
  return isOfFewer || isOfNone || isNarrower(one.matchers, before.matchers)
}
