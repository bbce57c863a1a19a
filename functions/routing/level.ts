import { type Change, type Follower, system, type View, withTimer } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import { isOpen } from '../incidents/lifecycle.ts'
import { isHigher, type Team } from '../people/team.ts'
import { after, type Instant, minutes } from '../runtime/instant.ts'
import { handOver } from './escalate.ts'
import type { LevelTimers } from './rule.ts'

/** How an incident came up the levels. */
export type LevelSlice = {
  /** When it entered the level it is on, later by the time that it was on hold there. */
  since: Instant
  heldAt?: Instant
  /** The teams that had it before. */
  had?: string[]
  /** How often it came back to a team that had it before. */
  bounces?: number
  /** The experts on demand whom the level timer has asked since then. */
  asked?: string
}
export type LevelSettings = { levelTimers: LevelTimers; teams: readonly Team[]; defaultTeamId: string }

/** Until something happens to it, an incident is on its level since it was created: heads stay small. */
export const levelOf = ({ slices, createdAt }: Incident): LevelSlice =>
  (slices.level as LevelSlice | undefined) ?? { since: createdAt }

/**
 * Keeps the level timer and counts the teams. The timer runs in elapsed time from the entry into the level, whoever has
 * seen or taken the incident; a hold stops it, a new priority measures from the same entry, and a reopening begins anew.
 */
export const followIncident: Follower<LevelSettings> = (asked, { now, settings }) => {
  const change = { ...asked, after: somewhere(asked.after, settings) }
  const level = levelAfter(change, now, settings)
  const { level: _, ...others } = change.after.slices
  const isPlain = level.since === change.after.createdAt && Object.keys(level).length === 1
  const incident = { ...change.after, slices: isPlain ? others : { ...others, level } }
  return { ...change, after: withTimer(incident, 'level', dueAt(incident, level, settings)) }
}

/** An open incident whose team is gone would stand in no queue: it is with the team for everything else. */
const somewhere = (incident: Incident, { teams, defaultTeamId }: LevelSettings): Incident =>
  isOpen(incident.state) && teams.length > 0 && teams.every(({ id }) => id !== incident.teamId)
    ? { ...incident, teamId: defaultTeamId }
    : incident

function levelAfter({ before, after: incident }: Change, now: Instant, { teams }: LevelSettings): LevelSlice {
  const known = levelOf(incident)
  const isReopened = before && !isOpen(before.state) && isOpen(incident.state)
  const level: LevelSlice = isReopened ? { ...tally(known), since: now } : held(known, incident, now)
  if (!before || before.teamId === incident.teamId) return level
  const had = level.had ?? []
  const bounces = (level.bounces ?? 0) + (had.includes(incident.teamId) ? 1 : 0)
  const rank = (id: string) => teams.find((team) => team.id === id)?.level
  const isSame = rank(before.teamId) === rank(incident.teamId)
  return {
    ...(isSame ? level : { since: now, ...(incident.state === 'on_hold' && { heldAt: now }) }),
    had: [...new Set([...had, before.teamId])],
    ...(bounces > 0 && { bounces }),
  }
}

const tally = ({ had, bounces }: LevelSlice) => ({
  ...(had && { had }),
  ...(bounces && { bounces }),
})

/** What waits for somebody else takes nothing from the time of the level. */
function held({ heldAt, ...level }: LevelSlice, { state }: Incident, now: Instant): LevelSlice {
  if (state === 'on_hold') return { ...level, heldAt: heldAt ?? now }
  if (!heldAt) return level
  return { ...level, since: after(level.since, Date.parse(now) - Date.parse(heldAt)) }
}

/** The team that the level timer moves to, if there is one that is further up and was not asked already. */
function nextTeam({ teamId }: Incident, { asked }: LevelSlice, { teams }: LevelSettings): Team | undefined {
  const team = teams.find(({ id }) => id === teamId)
  const target = teams.find(({ id }) => id === team?.escalatesTo)
  return team && target && target.id !== asked && isHigher(target, team) ? target : undefined
}

function dueAt(incident: Incident, level: LevelSlice, settings: LevelSettings): Instant | undefined {
  if (!isOpen(incident.state) || incident.state === 'on_hold') return undefined
  const limit = limitOf(incident, settings)
  return limit !== undefined && nextTeam(incident, level, settings)
    ? after(level.since, minutes(limit))
    : undefined
}

function limitOf({ teamId, priority }: Incident, { teams, levelTimers }: LevelSettings): number | undefined {
  const level = teams.find(({ id }) => id === teamId)?.level
  return level === undefined || level === 'L3' ? undefined : levelTimers[level]?.[priority]
}

/**
 * It stayed on its level for too long: it moves up, once, and pages nobody. The time of the next level starts now, so
 * that a standstill does not carry it through every level at once. Decides by the settings of this moment.
 */
export function wakeLevel(incident: Incident, now: Instant, settings: LevelSettings): Change | undefined {
  const timer = incident.timers.level
  const level = levelOf(incident)
  if (!timer || timer > now) return undefined
  const due = dueAt(incident, level, settings)
  const team = nextTeam(incident, level, settings)
  if (!due || !team || due > now)
    return { before: incident, after: withTimer(incident, 'level', due), events: [] }
  const change = handOver(incident, team, {
    ...{ by: system, channel: 'system', now, reason: 'level_timer' },
    after: { afterMinutes: limitOf(incident, settings) },
  })
  if (!team.onDemand) return change
  const asked: LevelSlice = { ...level, asked: team.id }
  return { ...change, after: { ...change.after, slices: { ...change.after.slices, level: asked } } }
}

/** For those who work on it: how often it came back to a team that had handed it on. */
export const viewLevel: View<unknown> = (incident, { seesInternal }) =>
  seesInternal ? { bounces: levelOf(incident).bounces ?? 0 } : {}
