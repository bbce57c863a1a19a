import type { Step } from '../../functions/escalation/policy.ts'
import type { DeskIncident } from '../lib/desk-contract.ts'
import { teamNames } from '../lib/names.ts'
import { targetWords } from '../lib/paged-words.ts'
import { pagingDueAt } from '../lib/paging.ts'
import type { Ui } from '../lib/visit.ts'
import type { IncidentData } from './incident-data.ts'

/** Who has it, and which clock runs out next: the first thing somebody asks who opens an incident. */
export function DeskLine({ ui, data: { incident, teams, schedules } }: { ui: Ui; data: IncidentData }) {
  const names = teamNames(teams, ui.locale)
  const parts = [
    names.team(incident.teamId),
    incident.assigneeName ?? (isOver(incident) ? undefined : ui.t('deskLine.nobody')),
    nextClock(ui, incident, (target) => targetWords(ui, target, names.any, schedules)),
  ].filter((part) => part)
  return (
    <p className="desk-line" dir="auto">
      {parts.join(' · ')}
    </p>
  )
}

const isOver = ({ state }: DeskIncident) => ['resolved', 'closed', 'canceled'].includes(state)

/** Nothing when no clock runs. */
function nextClock(
  ui: Ui,
  incident: DeskIncident,
  wordsFor: (target: Step['targets'][number]) => string,
): string | undefined {
  const { t, clock } = ui
  const { escalation, timers } = incident
  const pagingAt = pagingDueAt(incident)
  const targets = escalation?.steps[escalation.next]?.targets.map(wordsFor) ?? []
  if (pagingAt && targets.length > 0) {
    const who = clock.list(targets)
    if (clock.isPast(pagingAt)) return t('deskLine.pagesNow', { who })
    const words = escalation?.status === 'running' ? 'deskLine.pages' : 'deskLine.pagesIfSilent'
    return t(words, { who, when: clock.relative(pagingAt) })
  }
  if (timers?.hold) return t('deskLine.resumes', { when: clock.relative(timers.hold) })
  if (timers?.survey) return t('deskLine.asks', { when: clock.relative(timers.survey) })
  return undefined
}
