import type * as z from 'zod/mini'
import { type Operation, ok, operation } from '../../runtime/operation.ts'
import type { Services } from '../../runtime/services.ts'
import { etagOf } from '../differences.ts'
import { saveSettings } from '../save.ts'
import { Settings } from '../settings.ts'
import type { Snapshot } from '../store.ts'

const shape = Settings.shape
type Part = keyof Settings

/** A part of the settings that is one value: read and replaced as a whole, the body being the value. */
function partOperations(part: Part, what: string): Operation[] {
  const schema: z.ZodMiniType = shape[part]
  const load = (_params: Record<string, string>, { settings }: Services) => settings.snapshot()
  const inForce = ({ settings }: Snapshot) => settings[part]
  return [
    operation({
      method: 'GET',
      path: `/settings/${part}`,
      summary: `Read ${what}`,
      action: 'settings.read',
      answers: { status: 200, description: 'As it is in force', schema },
      load,
      perform: async ({ subject }) => ok(inForce(subject), etagOf(inForce(subject))),
    }),
    operation({
      method: 'PUT',
      path: `/settings/${part}`,
      summary: `Replace ${what}`,
      action: 'settings.edit',
      body: schema,
      answers: { status: 200, description: 'As it is in force now', schema },
      load,
      etag: (subject: Snapshot) => etagOf(inForce(subject)),
      current: inForce,
      async perform({ subject, body, ...exchange }, services) {
        const after = { ...subject.settings, [part]: body }
        await saveSettings(subject, after, { ...exchange, place: part }, services)
        return ok(body, etagOf(body))
      },
    }),
  ]
}

export const settingsParts = [
  ...partOperations('priorityMatrix', 'the priority for each impact and urgency'),
  ...partOperations('moveMatrix', 'which role may make which move'),
  ...partOperations('closing', 'when resolved incidents close by themselves'),
  ...partOperations('completeness', 'how complete a record must be before it is resolved'),
  ...partOperations('levelTimers', 'how long an incident may stay on a level'),
  ...partOperations('triage', 'how suggestions are made and used'),
  ...partOperations('defaultTeamId', 'the team that incidents enter where no rule says another'),
  ...partOperations('notifications', 'how people are told who chose nothing else'),
  ...partOperations('triggerDefaults', 'what people are told of by their role'),
  ...partOperations('organisationName', 'the name of the organisation'),
]
