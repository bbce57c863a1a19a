import { type Draft, emptyDraft } from '../components/field.tsx'
import { isStaff } from '../lib/doors.ts'
import type { Flash } from '../lib/flash.ts'
import type { FormFields } from '../lib/form.ts'
import type { Outcome } from '../lib/form-post.tsx'
import { askedOf, partsFor, preferencesIn } from '../lib/my-notifications.ts'
import { testAddress } from '../lib/my-test.ts'
import { channels } from '../lib/notify-contract.ts'
import { notFound, Problem } from '../lib/problem.ts'
import { readThing, rearranged, type Thing } from '../lib/set-up/blueprint.ts'
import { triggerInputs } from '../lib/set-up/told.ts'
import type { Ui, Visit } from '../lib/visit.ts'
import { loadMyNotifications } from './my-notifications-data.ts'
import { type MyData, myNotificationsView } from './my-notifications-view.tsx'
import { newPrefix } from './my-triggers.tsx'

type Act = (visit: Visit, form: FormFields) => Promise<Outcome>

const shownAgain = [400, 409, 412, 422] as const
type Status = (typeof shownAgain)[number]

const done = (key: Flash['key']): Outcome => ({ goTo: '/me/notifications', flash: { key } })

const show = (ui: Ui, data: MyData, status: 200 | Status): Outcome => ({
  show: { ui, view: myNotificationsView(ui, data) },
  status,
})

/** The refusal beside the inputs that it is about. @throws what no form can show */
function refusal(error: unknown, { t }: Ui, prefix = ''): { status: Status; draft: Draft } {
  const status = error instanceof Problem && shownAgain.find((known) => known === error.status)
  if (!(error instanceof Problem) || !status) throw error
  const { errors = [], detail } = error.document
  return {
    status,
    draft: {
      values: {},
      errors: Object.fromEntries(errors.map(({ path, message }) => [`${prefix}${path}`, message])),
      sentence: errors.length > 0 ? undefined : status === 412 ? t('me.changed') : detail,
    },
  }
}

const save: Act = async (visit, form) => {
  const { ui, ...data } = await loadMyNotifications(visit)
  const inputs = askedOf(partsFor(ui, data.mine), isStaff(ui.person))
  const read = preferencesIn(inputs, form)
  const hasOwnRules = form.isChecked('ownRules')
  const typed = { thing: hasOwnRules ? read : { ...readThing(inputs, form) }, hasOwnRules }
  const asks = form.optional('asks')
  if (asks) {
    const { thing, extra } = rearranged(typed.thing, asks)
    return show(ui, { ...data, draft: emptyDraft, typed: { ...typed, thing, extra } }, 200)
  }
  const emptied = Object.fromEntries(inputs.map(({ path }) => [path.split('.')[0], undefined]))
  try {
    await visit.api.saveMyNotifications(
      { ...(data.mine.preferences as Thing), ...emptied, ...read },
      { etag: form.text('etag') },
    )
  } catch (error) {
    return show(ui, { ...data, ...refusal(error, ui), typed }, refusal(error, ui).status)
  }
  return done('notificationsSaved')
}

const addTrigger: Act = async (visit, form) => {
  const { ui, ...data } = await loadMyNotifications(visit)
  const asked = readThing(triggerInputs(ui, data.known), form, newPrefix)
  try {
    await visit.api.addTrigger(asked)
  } catch (error) {
    const { status, draft } = refusal(error, ui, newPrefix)
    return show(ui, { ...data, draft, asked }, status)
  }
  return done('triggerAdded')
}

/** What the page of one's own notifications sends. */
export const notificationActions: Record<string, Act> = {
  save,
  'add-trigger': addTrigger,
  'remove-trigger': async ({ api }, form) => {
    await api.removeTrigger(form.text('id'))
    return done('triggerRemoved')
  },
  'turn-trigger': async ({ api }, form) => {
    await api.turnTrigger(form.text('id'), form.text('active') === 'yes')
    return done('notificationsSaved')
  },
  test: async ({ api }, form) => {
    const channel = form.oneOf('channel', channels)
    if (!channel) throw notFound()
    const { body } = await api.testChannel(channel)
    return { goTo: testAddress(body), flash: { key: 'testSent' } }
  },
  unmute: async ({ api }, form) => {
    await api.unmute(form.text('id'))
    return done('unmuted')
  },
}
