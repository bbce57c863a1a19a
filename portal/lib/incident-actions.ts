import type { Api } from './api.ts'
import { answersIn, errorNames } from './category-forms.ts'
import type { HoldReason, ResolutionCode } from './contract.ts'
import { deskActions } from './desk-actions.ts'
import type { Flash } from './flash.ts'
import type { FormFields } from './form.ts'
import { instantOf } from './wall-clock.ts'
import { isChanged } from './was.ts'

const holdReasons = [
  'awaiting_requester',
  'awaiting_vendor',
  'awaiting_change',
  'awaiting_problem',
] as const satisfies readonly HoldReason[]
const resolutionCodes = [
  'fixed',
  'workaround',
  'advised',
  'self_solved',
  'not_reproducible',
] as const satisfies readonly ResolutionCode[]

/** At which hour of the chosen day a pause ends. */
const morning = '08:00'

type Wrong =
  | 'incident.needReply'
  | 'desk.needText'
  | 'desk.needHoldReason'
  | 'desk.needHoldComment'
  | 'desk.needCode'
  | 'desk.needNotes'
  | 'desk.needReason'
  | 'side.needTeam'
  | 'side.needSummary'
  | 'side.needKind'
  | 'side.needNumber'
  | 'side.needKnownTitle'
  | 'side.needPriority'
  | 'side.needPriorityReason'

type Asked = { number: string; form: FormFields; zone: string; isWorker: boolean }

export type IncidentAction = {
  flash: Flash['key']
  /** Which field lacks what, before the API is asked. */
  check?: (form: FormFields, asked: { isWorker: boolean }) => Partial<Record<string, Wrong>>
  /** The form's name for a path of the API. */
  fields?: Record<string, string>
  /** The same for whole paths, where they depend on what the form is about. */
  paths?: (api: Api, form: FormFields) => Promise<Record<string, string>>
  send: (api: Api, asked: Asked) => Promise<unknown>
  /** The incident to go on with, where it is another one than before. */
  leadsTo?: (answer: unknown) => string | undefined
}

const once = (form: FormFields) => ({ key: form.text('key') })
const seen = (form: FormFields) => ({ etag: form.text('etag') })

export const incidentActions: Record<string, IncidentAction> = {
  ...deskActions,
  follow: {
    flash: 'followedUp',
    check: (form) => (form.text('body') ? {} : { body: 'incident.needReply' }),
    send: (api, { number, form }) =>
      api.comment(number, { body: form.text('body'), visibility: 'public' }, once(form)),
    leadsTo: (answer) => (answer as { body?: { id?: string } }).body?.id,
  },
  mute: { flash: 'muted', send: (api, { number }) => api.mute(number) },
  unmute: { flash: 'unmuted', send: (api, { number }) => api.unmute(number) },
  'me-too': {
    flash: 'meToo',
    send: (api, { number, form }) => api.affectsMeToo(number, once(form)),
  },
  reply: {
    flash: 'replied',
    check: (form) => (form.text('body') ? {} : { body: 'incident.needReply' }),
    send: (api, { number, form }) =>
      api.comment(number, { body: form.text('body'), visibility: 'public' }, once(form)),
  },
  note: {
    flash: 'noted',
    check: (form) => (form.text('note') ? {} : { note: 'desk.needText' }),
    fields: { body: 'note' },
    send: (api, { number, form }) =>
      api.comment(number, { body: form.text('note'), visibility: 'internal' }, once(form)),
  },
  acknowledge: {
    flash: 'acknowledged',
    send: (api, { number, form }) => api.acknowledge(number, seen(form)),
  },
  take: {
    flash: 'taken',
    send: (api, { number, form }) => api.edit(number, { assigneeId: form.text('assigneeId') }, seen(form)),
  },
  resume: {
    flash: 'resumed',
    send: (api, { number, form }) => api.move(number, { to: 'in_progress' }, seen(form)),
  },
  hold: {
    flash: 'held',
    check: (form) => {
      const reason = form.oneOf('holdReason', holdReasons)
      if (!reason) return { holdReason: 'desk.needHoldReason' }
      const asksNothing = reason === 'awaiting_requester' && !form.text('holdComment')
      return asksNothing ? { holdComment: 'desk.needHoldComment' } : {}
    },
    fields: { reason: 'holdReason', comment: 'holdComment' },
    send: (api, { number, form, zone }) =>
      api.move(
        number,
        {
          to: 'on_hold',
          reason: form.text('holdReason'),
          comment: form.optional('holdComment'),
          until: instantOf(form.text('until'), morning, zone)?.at,
        },
        seen(form),
      ),
  },
  resolve: {
    flash: 'resolved',
    check: (form) => ({
      ...(!form.oneOf('resolutionCode', resolutionCodes) && { resolutionCode: 'desk.needCode' as const }),
      ...(!form.text('notes') && { notes: 'desk.needNotes' as const }),
    }),
    send: (api, { number, form }) =>
      api.move(
        number,
        { to: 'resolved', resolutionCode: form.text('resolutionCode'), notes: form.text('notes') },
        seen(form),
      ),
  },
  confirm: {
    flash: 'confirmed',
    send: (api, { number, form }) => api.move(number, { to: 'closed' }, seen(form)),
  },
  reopen: {
    flash: 'reopened',
    send: (api, { number, form }) =>
      api.move(number, { to: 'in_progress', comment: form.optional('comment') }, seen(form)),
  },
  cancel: {
    flash: 'canceled',
    check: (form, { isWorker }) => (isWorker && !form.text('reason') ? { reason: 'desk.needReason' } : {}),
    send: (api, { number, form }) =>
      api.move(number, { to: 'canceled', reason: form.optional('reason') }, seen(form)),
  },
  edit: {
    flash: 'edited',
    paths: async (api, form) => errorNames((await api.categories()).body.items, form.text('categoryId')),
    send: async (api, { number, form }) => {
      const hasAnswers = form.entries().some(([name]) => name.startsWith('f.') && isChanged(form, name))
      const categories = hasAnswers ? (await api.categories()).body.items : []
      const fields = answersIn(form, categories, form.optional('categoryId'))
      return api.edit(number, { ...edited(form), ...(hasAnswers && { fields }) }, seen(form))
    },
  },
}

const editable = ['title', 'impact', 'urgency', 'serviceId', 'categoryId'] as const

/** What the writer changed. An empty choice changes nothing: there is no way back to "none"; a title is asked for. */
const edited = (form: FormFields) =>
  Object.fromEntries(
    editable
      .filter((name) => isChanged(form, name))
      .map((name) => [name, name === 'title' ? form.text(name) : form.optional(name)])
      .filter(([, value]) => value !== undefined),
  )
