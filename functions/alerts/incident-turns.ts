import { type Change, type NewEvent, system } from '../incidents/change.ts'
import { edit } from '../incidents/edit.ts'
import type { Incident } from '../incidents/incident.ts'
import { isOpen } from '../incidents/lifecycle.ts'
import { move, systemMover } from '../incidents/move.ts'
import { type Group, groupId } from './group.ts'
import { degreesFor, grouped, type Moment } from './open-incident.ts'
import { alertsOf, withAlerts } from './slice.ts'

/**
 * The same problem again, a short time after its incident ended: the incident is opened once more, if it still can be.
 * One that a person ended stays so, because its paging would wait for whoever acknowledged it: another one follows it.
 */
export function continued(incident: Incident, group: Group, moment: Moment): Change | undefined {
  const hasEndedByItself = incident.state === 'resolved' && !alertsOf(incident)?.touched
  if (!isOpen(incident.state) && !hasEndedByItself) return undefined
  const change: Change = isOpen(incident.state)
    ? { before: incident, after: incident, events: [] }
    : move(incident, { to: 'in_progress', reason: 'alert_fired_again' }, systemMover(incident, moment.now))
  return {
    ...change,
    after: withAlerts(change.after, { ...alertsOf(change.after), groupId: groupId(group) }),
    events: [...change.events, grouped(group, moment)],
  }
}

/** None of its alerts fires any more: it is over, unless a person has it in hand. */
export function quietened(incident: Incident, { now }: Moment): { change: Change; isOver: boolean } {
  if (alertsOf(incident)?.touched || !isOpen(incident.state)) {
    const event = {
      type: 'alert.quietened',
      at: now,
      by: system,
      channel: 'system',
      visibility: 'internal',
    } as const
    return { change: { before: incident, after: incident, events: [event] }, isOver: false }
  }
  const change = move(
    incident,
    {
      to: 'resolved',
      resolutionCode: 'self_solved',
      notes: 'All alerts of this incident have ended by themselves.',
      reason: 'alerts_ended',
    },
    systemMover(incident, now),
  )
  return { change, isOver: true }
}

/** What was quiet while a person had it in hand fires again. */
export function rekindled(incident: Incident, group: Group, { now }: Moment): Change {
  const event: NewEvent = {
    ...{ type: 'alert.rekindled', at: now, by: system, channel: 'system', visibility: 'internal' },
    after: { alerts: group.firing },
  }
  return { before: incident, after: incident, events: [event] }
}

/** A more severe alert joined: the incident is at least as urgent as that. */
export function raised(incident: Incident, group: Group, { settings, now }: Moment): Change {
  const matrix = settings.priorityMatrix
  const facts = degreesFor(matrix, group.priority)
  const texts = { description: '', fields: {} }
  return edit(incident, facts, { by: system, channel: 'system', now, matrix, texts })
}
