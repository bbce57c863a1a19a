import type { FormFields } from './form.ts'
import type { IncidentAction } from './incident-actions.ts'
import { isChanged } from './was.ts'

const once = (form: FormFields) => ({ key: form.text('key') })
const seen = (form: FormFields) => ({ etag: form.text('etag') })

/** `12`, `#12` and `inc-000012` are all the number of the same incident. */
export function numberIn(text: string): string | undefined {
  const digits = /^(?:#|inc-)?\s*(\d{1,9})$/i.exec(text.trim())?.[1]
  return digits && `INC-${String(Number(digits)).padStart(6, '0')}`
}

const linkKinds = ['child', 'duplicate', 'related'] as const
const priorities = ['P1', 'P2', 'P3', 'P4', 'P5'] as const

/** The people whom a form of watchers leaves in: those before without the one let go, with the one added. */
function watchersIn(form: FormFields): string[] {
  const before = form.text('watchers').split(' ').filter(Boolean)
  const without = before.filter((id) => id !== form.text('remove'))
  const added = form.optional('add')
  return added && !without.includes(added) ? [...without, added] : without
}

/** What only people who work on incidents send. */
export const deskActions: Record<string, IncidentAction> = {
  escalate: {
    flash: 'escalated',
    check: (form) => ({
      ...(!form.text('escalateTo') && { escalateTo: 'side.needTeam' as const }),
      ...(!form.text('summary') && { summary: 'side.needSummary' as const }),
    }),
    fields: { teamId: 'escalateTo' },
    send: (api, { number, form }) =>
      api.escalate(number, { teamId: form.text('escalateTo'), summary: form.text('summary') }, seen(form)),
  },
  assign: {
    flash: 'edited',
    send: (api, { number, form }) =>
      api.edit(
        number,
        {
          ...(isChanged(form, 'teamId') && form.text('teamId') && { teamId: form.text('teamId') }),
          ...(isChanged(form, 'assigneeId') && { assigneeId: form.optional('assigneeId') ?? null }),
        },
        seen(form),
      ),
  },
  watch: {
    flash: 'watchersSaved',
    fields: { watchers: 'add' },
    send: (api, { number, form }) => api.edit(number, { watchers: watchersIn(form) }, seen(form)),
  },
  link: {
    flash: 'linked',
    check: (form) => ({
      ...(!form.oneOf('linkKind', linkKinds) && { linkKind: 'side.needKind' as const }),
      ...(!numberIn(form.text('linkTo')) && { linkTo: 'side.needNumber' as const }),
    }),
    fields: { incidentId: 'linkTo', kind: 'linkKind' },
    send: (api, { number, form }) =>
      api.link(
        number,
        { kind: form.text('linkKind'), incidentId: numberIn(form.text('linkTo')) },
        once(form),
      ),
  },
  unlink: {
    flash: 'unlinked',
    send: (api, { number, form }) => api.unlink(number, form.text('kind'), form.text('other')),
  },
  known: {
    flash: 'knownSaved',
    check: (form) => (form.text('knownTitle') ? {} : { knownTitle: 'side.needKnownTitle' }),
    fields: { title: 'knownTitle' },
    send: (api, { number, form }) =>
      api.publishKnown(number, { known: true, title: form.text('knownTitle') }),
  },
  unknown: {
    flash: 'knownEnded',
    send: (api, { number }) => api.publishKnown(number, { known: false }),
  },
  priority: {
    flash: 'edited',
    check: (form) => ({
      ...(!form.oneOf('priority', priorities) && { priority: 'side.needPriority' as const }),
      ...(!form.text('priorityReason') && { priorityReason: 'side.needPriorityReason' as const }),
    }),
    send: (api, { number, form }) =>
      api.edit(
        number,
        { priority: form.text('priority'), priorityReason: form.text('priorityReason') },
        seen(form),
      ),
  },
  matrix: {
    flash: 'edited',
    send: (api, { number, form }) => api.edit(number, { priority: null }, seen(form)),
  },
  suggestion: {
    flash: 'edited',
    send: (api, { number, form }) =>
      api.edit(
        number,
        Object.fromEntries(
          (['categoryId', 'teamId', 'impact', 'urgency'] as const)
            .map((name) => [name, form.optional(name)])
            .filter(([, value]) => value !== undefined),
        ),
        seen(form),
      ),
  },
}
