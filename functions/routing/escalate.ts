import * as z from 'zod/mini'
import type { Actor, Change, Channel, NewEvent } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import { isOpen } from '../incidents/lifecycle.ts'
import { illegalMove, missing, unknown } from '../incidents/refusals.ts'
import { isHigher, type Team } from '../people/team.ts'
import type { Instant } from '../runtime/instant.ts'

export const Escalation = z.object({
  teamId: z.string().check(z.minLength(1), z.maxLength(64)),
  /** What was found and tried so far; the rule asks for it in its own words. */
  summary: z._default(z.string().check(z.trim(), z.maxLength(5000)), ''),
})
export type Escalation = z.infer<typeof Escalation>

type By = { by: Actor; channel: Channel; now: Instant }
type LevelTeam = Pick<Team, 'id' | 'level' | 'members' | 'onDemand'>

/**
 * Hands an open incident to another team, with what was tried. It does not acknowledge it: whoever hands it on has not
 * taken it, and the paging goes on.
 * @throws Refusal `illegal_move` when it is not open, `incomplete` for an unknown or the same team or without a summary.
 */
export function escalate(
  incident: Incident,
  { teamId, summary }: Escalation,
  { teams, ...by }: By & { teams: readonly LevelTeam[] },
): Change {
  demandOpen(incident)
  const team = teams.find(({ id }) => id === teamId)
  if (!team) throw unknown('teamId')
  if (team.id === incident.teamId) throw alreadyThere()
  if (!summary) throw unsummarised()
  return handOver(incident, team, { ...by, text: summary })
}

/** @throws Refusal `illegal_move` when the incident is in nobody's queue any more. */
export function demandOpen({ state }: Incident): void {
  if (!isOpen(state)) throw illegalMove(state, [])
}

/**
 * A team further up wants to know what was tried, and experts on demand are asked and not given: both by escalating.
 * Back down or sideways, the team is a record like any other.
 * @throws Refusal `incomplete` for such a team.
 */
export function demandEscalation(
  { teamId }: Pick<Incident, 'teamId'>,
  to: string | undefined,
  teams: readonly LevelTeam[],
): void {
  const [from, target] = [teamId, to].map((id) => teams.find((team) => team.id === id))
  if (!target || target.id === teamId) return
  if (target.onDemand || (from && isHigher(target, from))) throw wantsSummary()
}

type Occasion = By & Pick<NewEvent, 'text' | 'reason'> & { after?: Record<string, unknown> }

/**
 * Moves an incident to a team: the words are for those who work on it, the team is for everyone to see. An assignee
 * who is of the team keeps it. Experts on demand are asked instead: they follow it, and it stays where it is seen.
 */
export function handOver(incident: Incident, team: LevelTeam, { after, ...occasion }: Occasion): Change {
  const event = { type: 'escalation.level', visibility: 'internal', at: occasion.now } as const
  const { now, ...told } = occasion
  const asked = team.members.map(({ id }) => id)
  if (team.onDemand) {
    return {
      before: incident,
      after: { ...incident, watchers: watchersWith(incident, team) },
      events: [{ ...event, ...told, after: { ...after, onDemand: true, teamId: team.id, asked } }],
    }
  }
  const { assignee } = incident
  const keeps = assignee !== undefined && asked.includes(assignee.id)
  const before = { teamId: incident.teamId, ...(assignee && !keeps && { assignee }) }
  return {
    before: incident,
    after: { ...incident, teamId: team.id, assignee: keeps ? assignee : undefined, updatedAt: now },
    events: [
      { ...event, ...told, before, after: { ...after, teamId: team.id, level: team.level } },
      {
        ...{ type: 'incident.edited', visibility: 'public', at: now, by: told.by, channel: told.channel },
        ...{ before: { teamId: incident.teamId }, after: { teamId: team.id } },
      },
    ],
  }
}

/** Heads stay small: of a large team, as many as there is room for; the mail goes to all. */
const mostWatchers = 20

function watchersWith({ watchers = [] }: Incident, { members }: LevelTeam) {
  const added = members.filter(
    ({ id }, place) =>
      watchers.every((watcher) => watcher.id !== id) &&
      members.findIndex((member) => member.id === id) === place,
  )
  return [...watchers, ...added.slice(0, Math.max(0, mostWatchers - watchers.length))]
}

const alreadyThere = () =>
  missing(
    'teamId',
    'It is with this team already. Choose another one.',
    'Es liegt schon bei diesem Team. Wählen Sie ein anderes.',
  )

const unsummarised = () =>
  missing(
    'summary',
    'Say what was found and tried so far, so that the next team need not begin again.',
    'Sagen Sie, was bisher gefunden und versucht wurde, damit das nächste Team nicht von vorn beginnt.',
  )

const wantsSummary = () =>
  missing(
    'teamId',
    'This team is reached by escalating, with a summary of what was tried: POST …/escalate.',
    'Dieses Team erreichen Sie durch Eskalieren, mit einer Zusammenfassung des Versuchten: POST …/escalate.',
  )
