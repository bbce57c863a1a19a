import { acknowledge } from '../../../functions/incidents/acknowledge.ts'
import type { Change } from '../../../functions/incidents/change.ts'
import { comment } from '../../../functions/incidents/comment.ts'
import { edit, type Facts } from '../../../functions/incidents/edit.ts'
import type { Incident } from '../../../functions/incidents/incident.ts'
import { moves } from '../../../functions/incidents/lifecycle.ts'
import { type Move, move } from '../../../functions/incidents/move.ts'
import type { SlaPolicy } from '../../../functions/sla/policy.ts'
import type { SlaSettings } from '../../../functions/sla/promise.ts'
import { followIncident, wakeSla } from '../../../functions/sla/sla.ts'
import { ana, editor, incidentIn, riley } from '../incidents/fixture.ts'
import { cal } from './fixture.ts'

const split = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
]
export const policy: SlaPolicy = {
  id: 'sla_default',
  name: 'Standard',
  serviceIds: [],
  organisationIds: [],
  targets: {
    P1: { responseMinutes: 15, resolutionMinutes: 240, calendarId: 'cal_always' },
    P3: { responseMinutes: 240, resolutionMinutes: 1440, calendarId: 'cal_split' },
  },
  pausesOn: ['awaiting_requester', 'awaiting_vendor'],
  warnAtPercent: [50, 75, 100],
}
/** Monday to Friday 9 to 12 and 13 to 17 in Berlin; Monday, 30 November 2026, is a holiday. */
export const settings: SlaSettings = {
  calendars: [
    cal({
      id: 'cal_split',
      name: 'Split',
      hours: { mon: split, tue: split, wed: split, thu: split, fri: split },
      holidays: [{ date: '2026-11-30', name: 'Founders’ day' }],
    }),
    cal({ id: 'cal_always', name: 'Always', hours: {}, roundTheClock: true }),
  ],
  slaPolicies: [policy],
}

/** Berlin's wall clock at the end of November: `27 16:50` is a Friday, 1 December a Tuesday (`01`). */
export const at = (wall: string): string => {
  const [day = '', time = ''] = wall.split(' ')
  const month = Number(day) > 20 ? '2026-11' : '2026-12'
  return new Date(`${month}-${day}T${time}:00+01:00`).toISOString()
}

const degrees = {
  P1: { impact: 'high', urgency: 'high' },
  P2: { impact: 'high', urgency: 'medium' },
  P3: { impact: 'medium', urgency: 'medium' },
} as const

/** One incident through its life, with what was told of its deadlines. */
export class Life {
  incident: Incident
  told: string[] = []
  settings = settings

  constructor(wall: string, priority: keyof typeof degrees, used: SlaSettings = settings) {
    this.settings = used
    const after = incidentIn('new', { createdAt: at(wall), priority, ...degrees[priority] })
    const reported = { type: 'incident.reported' as const, at: at(wall), by: riley }
    this.incident = this.follow(
      { after, events: [{ ...reported, channel: 'portal', visibility: 'public' }] },
      at(wall),
    )
  }

  private follow(change: Change, now: string): Incident {
    const followed = followIncident(change, { now, settings: this.settings })
    this.note(followed)
    this.incident = followed.after
    return followed.after
  }

  private note({ events }: Change) {
    for (const { type, after } of events)
      if (type.startsWith('sla.')) this.told.push(`${type} ${after?.clock} ${after?.percent}`)
  }

  private mover(wall: string) {
    const legal = moves[this.incident.state]
    return { by: ana, side: 'worker', channel: 'portal', now: at(wall), legal } as const
  }

  move(wall: string, input: Move) {
    return this.follow(move(this.incident, input, this.mover(wall)), at(wall))
  }

  hold(wall: string, reason = 'awaiting_requester') {
    return this.move(wall, { to: 'on_hold', reason, comment: 'Which one?' })
  }

  resolve(wall: string) {
    return this.move(wall, { to: 'resolved', resolutionCode: 'fixed', notes: 'Replaced the cable.' })
  }

  answer(wall: string) {
    const words = { body: 'All of them.', visibility: 'public' } as const
    const change = comment(this.incident, words, {
      ...{ by: riley, side: 'requester', channel: 'portal', now: at(wall) },
    })
    return this.follow(change, at(wall))
  }

  acknowledge(wall: string) {
    return this.follow(acknowledge(this.incident, this.mover(wall), { paging: false }), at(wall))
  }

  edit(wall: string, facts: Facts) {
    return this.follow(edit(this.incident, facts, { ...editor, now: at(wall) }), at(wall))
  }

  raise(wall: string, priority: keyof typeof degrees) {
    return this.edit(wall, degrees[priority])
  }

  /** Wakes as the wake task does: what it answers is followed like any other change. */
  wake(wall: string) {
    const change = wakeSla(this.incident, at(wall), this.settings)
    if (!change) return this.incident
    if (change.events.length > 0) return this.follow(change, at(wall))
    this.incident = change.after
    return change.after
  }
}
