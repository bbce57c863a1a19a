import type { DeskIncident } from '../lib/desk-contract.ts'
import type { Ui } from '../lib/visit.ts'

type Words = Pick<Ui, 't' | 'clock'>

/** What happens next, in words for whoever reported it. */
export function nextSentence({ t, clock }: Words, incident: DeskIncident): string {
  switch (incident.state) {
    case 'new':
      return incident.acknowledgedAt
        ? t('incident.nextSeen', { when: clock.relative(incident.acknowledgedAt) })
        : t('incident.nextNew', { when: clock.relative(incident.createdAt) })
    case 'in_progress':
      return incident.assigneeName
        ? t('incident.nextInProgress', {
            who: incident.assigneeName,
            when: clock.relative(incident.updatedAt),
          })
        : t('incident.nextInProgressAnyone', { when: clock.relative(incident.updatedAt) })
    case 'on_hold': {
      const why = {
        awaiting_requester: t('incident.nextAwaiting'),
        awaiting_vendor: t('incident.nextVendor'),
        awaiting_change: t('incident.nextChange'),
        awaiting_problem: t('incident.nextProblem'),
      }[incident.holdReason ?? 'awaiting_problem']
      return incident.holdUntil ? `${why} ${goesOn({ t, clock }, incident.holdUntil)}` : why
    }
    case 'resolved':
      return [
        t('incident.nextResolved', { when: clock.relative(incident.resolvedAt ?? incident.updatedAt) }),
        ...(incident.closesAt ? [t('incident.nextCloses', { date: clock.full(incident.closesAt) })] : []),
      ].join(' ')
    case 'closed':
      return t('incident.nextClosed', { number: incident.id })
    case 'canceled':
      return t('incident.nextCanceled')
  }
}

const goesOn = ({ t, clock }: Words, until: string) =>
  t(clock.isToday(until) ? 'incident.nextUntilToday' : 'incident.nextUntil', { date: clock.moment(until) })
