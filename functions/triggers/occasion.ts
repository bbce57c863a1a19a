import type { NewEvent } from '../incidents/change.ts'
import type { TriggerEvent } from '../preferences/trigger.ts'

export type Occasion = TriggerEvent

/** From this share of its time on, in percent, a clock is at risk. */
const atRiskFrom = 75

/** What an event is to those who want to be told of something; nothing for most events. */
export function occasionsOf(event: Pick<NewEvent, 'type' | 'text' | 'after'>): Occasion[] {
  const { type, after = {} } = event
  const found: (Occasion | false)[] = [
    type === 'incident.reported' && 'reported',
    after.acknowledgedAt !== undefined && 'acknowledged',
    isEdit(type) && Boolean(after.assignee) && 'assigned',
    moves(event) && 'moved',
    comments(event) && 'commented',
    type === 'incident.moved' && after.state === 'resolved' && 'resolved',
    type === 'incident.reopened' && 'reopened',
    type === 'escalation.level' && 'escalated',
    type === 'sla.warned' && Number(after.percent) >= atRiskFrom && 'sla_at_risk',
    type === 'sla.breached' && 'sla_breached',
  ]
  return found.flatMap((one) => one || [])
}

const isEdit = (type: string) => type === 'incident.taken' || type === 'incident.edited'

/** A requester's answer also resumes the work, which is a move without an event of its own. */
const moves = ({ type, after }: Pick<NewEvent, 'type' | 'after'>) =>
  type.startsWith('incident.') && type !== 'incident.reported' && after?.state !== undefined

/** What is said with a move is a comment, and the notes of a resolution are not. */
const comments = ({ type, text, after }: Pick<NewEvent, 'type' | 'text' | 'after'>) =>
  type === 'incident.commented' ||
  (['incident.moved', 'incident.reopened'].includes(type) && Boolean(text) && after?.state !== 'resolved')
