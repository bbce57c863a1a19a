import { ulid } from 'ulid'
import * as z from 'zod/mini'
import { Trigger } from '../../preferences/trigger.ts'
import type { Caller } from '../../runtime/caller.ts'
import { created, ok, operation } from '../../runtime/operation.ts'
import type { Services } from '../../runtime/services.ts'
import { stale } from '../../runtime/stale.ts'
import { type OwnTriggers, replacing, withoutTrigger, withTrigger } from '../own.ts'
import { demandKnown } from '../problems.ts'

const Sent = z.extend(Trigger, { id: z.optional(z.string()) })
const action = 'trigger.edit_self'

const load = async (
  _params: Record<string, string>,
  { triggers, settings }: Services,
  { callerId }: { callerId: string },
) => {
  const [own, current] = await Promise.all([triggers.ofPerson(callerId), settings.current()])
  return { own, settings: current }
}

/** @throws Refusal `stale` when another window was faster, after which it is decided again. */
async function save(personId: string, before: OwnTriggers, after: OwnTriggers, { triggers }: Services) {
  if (!(await triggers.save(personId, before, after))) throw stale()
}

/** Who may read only what is their own is told of nothing else: such a trigger is found with its owner. */
const withinReach = (trigger: Trigger, caller: Caller): Trigger =>
  trigger.where.mine || caller.may('incident.read', { own: false })
    ? trigger
    : { ...trigger, where: { ...trigger.where, mine: 'requester' } }

export const listTriggers = operation({
  method: 'GET',
  path: '/triggers',
  summary: 'List what I want to be told of',
  action,
  answers: { status: 200, description: 'My triggers', schema: z.object({ items: z.array(Trigger) }) },
  load,
  perform: async ({ subject: { own } }) => ok({ items: own.items }),
})

export const addTrigger = operation({
  method: 'POST',
  path: '/triggers',
  summary: 'Ask to be told of something from now on',
  action,
  body: Sent,
  answers: { status: 201, description: 'The trigger', schema: Trigger },
  load,
  async perform({ caller, body, subject: { own, settings }, now }, services) {
    demandKnown(body, settings)
    const trigger = withinReach({ ...body, id: `trg_${ulid(Date.parse(now))}` }, caller)
    await save(caller.id, own, withTrigger(own, trigger), services)
    return created(trigger)
  },
})

export const replaceTrigger = operation({
  method: 'PUT',
  path: '/triggers/{id}',
  summary: 'Change what I want to be told of',
  action,
  body: Sent,
  answers: { status: 200, description: 'The trigger', schema: Trigger },
  load,
  async perform({ caller, body, params: { id = '' }, subject: { own, settings } }, services) {
    const trigger = withinReach({ ...body, id }, caller)
    const after = replacing(own, trigger)
    demandKnown(trigger, settings)
    await save(caller.id, own, after, services)
    return ok(trigger)
  },
})

export const removeTrigger = operation({
  method: 'DELETE',
  path: '/triggers/{id}',
  summary: 'No longer be told of something',
  action,
  answers: { status: 204, description: 'It is gone' },
  load,
  async perform({ caller, params: { id = '' }, subject: { own } }, services) {
    await save(caller.id, own, withoutTrigger(own, id), services)
    return { status: 204 }
  },
})
