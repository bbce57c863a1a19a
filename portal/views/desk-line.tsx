import type { DeskIncident } from '../lib/desk-contract.ts'
import { teamNames } from '../lib/names.ts'
import { targetWords } from '../lib/paged-words.ts'
import type { Ui } from '../lib/visit.ts'
import type { IncidentData } from './incident-data.ts'

/** Who has it, and which clock runs out next: the first thing somebody asks who opens an incident. */
export function DeskLine({ ui, data: { incident, teams } }: { ui: Ui; data: IncidentData }) {
  const names = teamNames(teams, ui.locale)
  const parts = [
    names.team(incident.teamId),
    incident.assigneeName ?? (isOver(incident) ? undefined : ui.t('deskLine.nobody')),
    nextClock(ui, incident),
  ].filter((part) => part)
  return (
    <p className="desk-line" dir="auto">
      {parts.join(' · ')}
    </p>
  )
}

const isOver = ({ state }: DeskIncident) => ['resolved', 'closed', 'canceled'].includes(state)

/** Nothing when no clock runs. */
function nextClock(ui: Ui, { nextPage, timers }: DeskIncident): string | undefined {
  const { t, clock } = ui
  if (nextPage) {
    const { at, ifSilent, targets } = nextPage
    const who = clock.list(targets.map((target) => targetWords(ui, target)))
    if (clock.isPast(at)) return t('deskLine.pagesNow', { who })
    return t(ifSilent ? 'deskLine.pagesIfSilent' : 'deskLine.pages', { who, when: clock.relative(at) })
  }
  if (timers?.hold) return t('deskLine.resumes', { when: clock.relative(timers.hold) })
  if (timers?.survey) return t('deskLine.asks', { when: clock.relative(timers.survey) })
  return undefined
}
