import type { Entry, HoldReason, State } from '../lib/contract.ts'
import { linkKinds } from '../lib/desk-contract.ts'
import type { Ui } from '../lib/visit.ts'
import { pagingSentence } from './paging-sentence.ts'

type NameOf = (id: string) => string

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
    case 'escalation.undelivered':
    case 'escalation.exhausted':
      return pagingSentence(ui, entry, nameOf)
    case 'escalation.level':
      return levelled(ui, entry, nameOf)
    case 'incident.linked':
    case 'incident.unlinked':
      return linked(ui, entry, who)
    case 'incident.published':
      return t('timeline.published', { who })
    case 'incident.unpublished':
      return t('timeline.unpublished', { who })
    case 'incident.watchers_changed':
      return watched(ui, entry, who)
    case 'incident.close_reminded':
      return t('timeline.close_reminded')
    case 'incident.routed':
      return t('timeline.routed', { team: nameOf(String(entry.after?.teamId ?? '')) })
    case 'sla.warned':
    case 'sla.breached':
      return timed(ui, entry)
    case 'triage.suggested':
      return t('timeline.triage_suggested')
    case 'triage.applied':
      return t('timeline.triage_applied')
    case 'survey.requested':
      return t('timeline.survey_requested')
    case 'survey.withdrawn':
      return t('timeline.survey_withdrawn')
    case 'survey.answered':
      return t('timeline.survey_answered', { who, rating: String(entry.after?.rating ?? '') })
    case 'incident.imported':
      return t('timeline.imported')
    case 'alert.grouped':
      return entry.text
        ? t('timeline.alert_grouped', { who })
        : t('timeline.alert_counted', { who, count: Number(entry.after?.alerts ?? 1) })
    case 'alert.quietened':
      return t('timeline.alert_quietened')
    case 'alert.rekindled':
      return t('timeline.alert_rekindled', { count: Number(entry.after?.alerts ?? 1) })
    default:
      return t('timeline.other', { who, type: entry.type })
  }
}

/** What somebody wrote with it: why it was canceled stands where a comment would. */
export const wordsOf = ({ type, text, reason, after }: Entry): string | undefined =>
  text ?? (saysWhy(type, after) && !isCode(reason) ? reason : undefined)

/** What the product says of a reason by itself. */
const isCode = (reason: string | undefined) => reason === 'duplicate' || reason === 'no_longer_needed'

/** Where the reason is what somebody wrote: why it was canceled, why its priority was set by hand. */
const saysWhy = (type: string, after: Entry['after']): boolean =>
  (type === 'incident.moved' && after?.state === 'canceled') ||
  (type === 'incident.edited' && after?.priority !== undefined)

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

function moved({ t }: Ui, { by, reason: why, before, after }: Entry, who: string) {
  const to = after?.state as State | undefined
  if (to === 'resolved') return t('timeline.moved_resolved', { who })
  if (to === 'closed' && by.as === 'requester') return t('timeline.confirmed', { who })
  if (to === 'canceled') {
    return t(why === 'duplicate' ? 'timeline.moved_duplicate' : 'timeline.moved_canceled', { who })
  }
  if (to === 'in_progress' && before?.state === 'resolved') return t('timeline.moved_reopened', { who })
  const reason = after?.holdReason as HoldReason | undefined
  if (to === 'on_hold' && reason) return t('timeline.moved_hold', { who, reason: t(`holdReason.${reason}`) })
  return t('timeline.incident_moved', { who, state: to ? t(`state.${to}`) : '' })
}

/** A team was asked or took over: by a person with a summary, or by itself because it stayed too long. */
function levelled({ t }: Ui, { by, after = {} }: Entry, nameOf: NameOf) {
  const team = nameOf(String(after.teamId ?? ''))
  if (by.kind === 'system') return t('timeline.level_by_itself', { team })
  const who = by.name ?? t('timeline.system')
  return t(after.onDemand ? 'timeline.level_asked' : 'timeline.level', { who, team })
}

function timed({ t }: Ui, { type, after = {} }: Entry) {
  const name = t(after.clock === 'response' ? 'sla.response' : 'sla.resolution')
  if (type === 'sla.breached') return t('timeline.sla_breached', { name })
  return t('timeline.sla_warned', { name, percent: String(after.percent ?? '') })
}

function linked({ t }: Ui, { type, after = {} }: Entry, who: string) {
  const kind = linkKinds.find((one) => one === after.kind)
  const number = String(after.incidentId ?? '')
  if (type === 'incident.unlinked') return t('timeline.unlinked', { who, number })
  return t('timeline.linked', { who, number, kind: kind ? t(`timeline.link_${kind}`) : '' })
}

function watched({ t, clock }: Ui, { before = {}, after = {} }: Entry, who: string) {
  const [had, has] = [before.watchers, after.watchers].map(
    (list) => (list ?? []) as { id: string; name: string }[],
  )
  const names = (some: { id: string; name: string }[] = [], others: { id: string }[] = []) =>
    some.filter(({ id }) => others.every((other) => other.id !== id)).map(({ name }) => name)
  const [added, removed] = [names(has, had), names(had, has)]
  return added.length > 0
    ? t('timeline.watcher_added', { who, names: clock.list(added) })
    : t('timeline.watcher_removed', { who, names: clock.list(removed) })
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
