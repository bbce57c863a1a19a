import type { Entry, HoldReason, State } from '../lib/contract.ts'
import type { Ui } from '../lib/visit.ts'

type NameOf = (id: string) => string
type Target = { id: string }

/** What happened, as one sentence in the reader's language. */
export function sentenceOf(ui: Ui, entry: Entry, nameOf: NameOf): string {
  const { t } = ui
  const who = entry.by.name ?? t('timeline.system')
  switch (entry.type) {
    case 'incident.reported':
      return t('timeline.incident_reported', { who })
    case 'incident.acknowledged':
      return t('timeline.incident_acknowledged', { who })
    case 'incident.taken':
      return taken(ui, entry, who)
    case 'incident.moved':
    case 'incident.reopened':
      return moved(ui, entry, who)
    case 'incident.edited':
      return edited(ui, entry, who, nameOf)
    case 'incident.commented':
      return commented(ui, entry, who)
    case 'escalation.step':
    case 'escalation.skipped':
      return paged(ui, entry, nameOf)
    case 'survey.requested':
      return t('timeline.survey_requested')
    case 'survey.withdrawn':
      return t('timeline.survey_withdrawn')
    case 'survey.answered':
      return t('timeline.survey_answered', { who, rating: String(entry.after?.rating ?? '') })
    default:
      return t('timeline.other', { who, type: entry.type })
  }
}

/** What somebody wrote with it: why it was canceled stands where a comment would. */
export const wordsOf = ({ type, text, reason, after }: Entry): string | undefined =>
  text ?? (type === 'incident.moved' && after?.state === 'canceled' ? reason : undefined)

const assigneeIn = (entry: Entry) => entry.after?.assignee as { id: string; name: string } | null | undefined

function taken(ui: Ui, entry: Entry, who: string) {
  const assignee = assigneeIn(entry)
  if (assignee && assignee.id !== entry.by.id)
    return ui.t('timeline.assigned', { who, assignee: assignee.name })
  return ui.t('timeline.incident_taken', { who })
}

function commented(ui: Ui, entry: Entry, who: string) {
  if (entry.visibility === 'internal') return ui.t('timeline.incident_noted', { who })
  const resumed = entry.after?.state === 'in_progress'
  return ui.t(resumed ? 'timeline.incident_answered' : 'timeline.incident_commented', { who })
}

function moved({ t }: Ui, { by, before, after }: Entry, who: string) {
  const to = after?.state as State | undefined
  if (to === 'resolved') return t('timeline.moved_resolved', { who })
  if (to === 'closed' && by.as === 'requester') return t('timeline.confirmed', { who })
  if (to === 'canceled') return t('timeline.moved_canceled', { who })
  if (to === 'in_progress' && before?.state === 'resolved') return t('timeline.moved_reopened', { who })
  const reason = after?.holdReason as HoldReason | undefined
  if (to === 'on_hold' && reason) return t('timeline.moved_hold', { who, reason: t(`holdReason.${reason}`) })
  return t('timeline.incident_moved', { who, state: to ? t(`state.${to}`) : '' })
}

const known = ['title', 'description', 'impact', 'urgency', 'categoryId', 'serviceId', 'assignee'] as const

function edited(ui: Ui, entry: Entry, who: string, nameOf: NameOf) {
  const { t } = ui
  const after = entry.after ?? {}
  if (assigneeIn(entry) === null) return t('timeline.unassigned', { who })
  const what = [
    ...known.filter((name) => name in after).map((name) => t(`change.${name}`)),
    ...(after.priority ? [t('change.priority', { value: String(after.priority) })] : []),
    ...(after.teamId ? [t('change.teamId', { value: nameOf(String(after.teamId)) })] : []),
  ]
  return t('timeline.incident_edited', {
    who,
    what: what.length > 0 ? ui.clock.list(what) : t('change.other'),
  })
}

function paged(ui: Ui, entry: Entry, nameOf: NameOf) {
  const { t } = ui
  const after = entry.after ?? {}
  const step = String(after.step ?? '')
  if (entry.type === 'escalation.skipped') return t('timeline.escalation_skipped', { step })
  const ids = (after.targets as Target[] | undefined)?.map(({ id }) => id) ?? []
  const targets = ui.clock.list(ids.map(nameOf))
  const told = after.catchUp
    ? t('timeline.escalation_catch_up', { targets })
    : t('timeline.escalation_step', { step, targets })
  const why = after.why === 'no_update' ? t('timeline.no_update') : t('timeline.not_acknowledged')
  return `${told}, ${why}`
}
