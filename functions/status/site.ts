import { type Announcement, isInForce, type Word } from '../announcements/announcement.ts'
import { nextWordBy } from '../announcements/cadence.ts'
import { type ComponentState, worstOf } from '../announcements/component-state.ts'
import { represent } from '../announcements/representation.ts'
import { statesOfComponents } from '../announcements/states-of-components.ts'
import { after, days, earliest, type Instant } from '../runtime/instant.ts'
import type { Component } from './component.ts'

/** An announcement with what was said, oldest first; for what is over the newest word is enough. */
export type Story = { announcement: Announcement; words: readonly Word[] }

/** Everything that the status page says, before it is put into words. */
export type Site = {
  organisationName: string
  state: ComponentState
  components: (Component & { state: ComponentState })[]
  /** In force now, the most pressing first. */
  current: Story[]
  upcoming: Story[]
  /** What is over, newest first. */
  recent: Story[]
  nextWordBy?: Instant
  /** When something on the page changed last. */
  updatedAt: Instant
  now: Instant
}

type Facts = {
  organisationName: string
  components: readonly Component[]
  active: readonly Story[]
  recent: readonly Story[]
  now: Instant
}

const historyDays = 14
const mostHistory = 20

/** What the public may know, and nothing else. */
export function siteOf({ organisationName, components, active, recent, now }: Facts): Site {
  const known = active.filter(isPublic)
  const current = known.filter(({ announcement }) => isInForce(announcement, now)).sort(byPressure)
  const upcoming = known.filter(({ announcement }) => announcement.startsAt > now)
  const past = recent.filter(isPublic).filter((story) => overSince(story) >= after(now, -days(historyDays)))
  const states = statesOfComponents(
    components,
    current.map(({ announcement }) => announcement),
    now,
  )
  const due = current.flatMap(({ announcement }) => nextWordBy(announcement, now) ?? [])
  const changes = [
    ...known.map(({ announcement }) => announcement.updatedAt),
    ...current.map(({ announcement }) => announcement.startsAt),
    ...past.map(overSince),
  ].sort()
  return {
    organisationName,
    state: worstOf(states.map(({ state }) => state)),
    components: states,
    current,
    upcoming,
    recent: past.slice(0, mostHistory),
    nextWordBy: earliest(due.filter((instant) => instant >= now)) ?? earliest(due),
    updatedAt: changes.at(-1) ?? now,
    now,
  }
}

/** When it was over: with its resolution, or at its announced end. */
export const overSince = ({ announcement: { resolvedAt, endsAt, updatedAt } }: Story): Instant =>
  resolvedAt ?? endsAt ?? updatedAt

/** The site for programs: the answer of `GET /status` and the file `status.json`. */
export const summaryOf = ({ state, components, current, upcoming, updatedAt, now }: Site) => ({
  state,
  components,
  announcements: [...current, ...upcoming].map(({ announcement, words }) =>
    represent(announcement, { now, words }),
  ),
  updatedAt,
})

const isPublic = ({ announcement }: Story) => announcement.audience === 'public'

const byPressure = ({ announcement: a }: Story, { announcement: b }: Story) =>
  Number(b.highPriority) - Number(a.highPriority) || (a.publishedAt < b.publishedAt ? 1 : -1)
