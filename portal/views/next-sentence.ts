import type { Incident } from '../lib/contract.ts'
import type { Ui } from '../lib/visit.ts'

/** What happens next, in words for whoever reported it. */
export function nextSentence({ t, clock }: Ui, incident: Incident): string {
  switch (incident.state) {
    case 'new':
      return t(incident.acknowledgedAt ? 'incident.nextSeen' : 'incident.nextNew')
    case 'in_progress':
      return incident.assigneeName
        ? t('incident.nextInProgress', { who: incident.assigneeName })
        : t('incident.nextInProgressAnyone')
    case 'on_hold': {
      const why = {
        awaiting_requester: t('incident.nextAwaiting'),
        awaiting_vendor: t('incident.nextVendor'),
        awaiting_change: t('incident.nextChange'),
        awaiting_problem: t('incident.nextProblem'),
      }[incident.holdReason ?? 'awaiting_problem']
      return incident.holdUntil
        ? `${why} ${t('incident.nextUntil', { date: clock.day(incident.holdUntil) })}`
        : why
    }
    case 'resolved':
      return t('incident.nextResolved')
    case 'closed':
      return t('incident.nextClosed', { number: incident.id })
    case 'canceled':
      return t('incident.nextCanceled')
  }
}
