import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'
import { notFound } from '../../runtime/refusal.ts'
import { stale } from '../../runtime/stale.ts'
import { turned } from '../own.ts'

const Turned = z.object({ active: z.boolean() })

export const turnDefault = operation({
  method: 'PUT',
  path: '/triggers/defaults/{id}',
  summary: 'Turn a trigger that comes with my role off or on again, for me',
  action: 'trigger.edit_self',
  body: Turned,
  answers: { status: 200, description: 'Whether I am told', schema: Turned },
  async load({ id }, { settings, triggers }, { callerId }) {
    const [{ triggerDefaults }, own] = await Promise.all([settings.current(), triggers.ofPerson(callerId)])
    return { own, isKnown: triggerDefaults.some((one) => one.id === id) }
  },
  async perform({ caller, body: { active }, params: { id = '' }, subject: { own, isKnown } }, { triggers }) {
    if (!isKnown) throw notFound()
    if (!(await triggers.save(caller.id, own, turned(own, id, active)))) throw stale()
    return ok({ active })
  },
})
