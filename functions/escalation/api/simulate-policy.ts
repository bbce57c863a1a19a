import { ok, operation } from '../../runtime/operation.ts'
import type { Services } from '../../runtime/services.ts'
import { type Policy, takenInstead } from '../policy.ts'
import { play, toldOf } from '../simulate.ts'
import { Case, Draft, Simulation } from '../simulation.ts'

const answers = {
  status: 200,
  description: 'Who would be told what, when, by which channel and why, in order',
  schema: Simulation,
} as const
const action = 'escalation_policy.read'

/** The set-up as it stands, and who stands in for whom from the instant on that is asked for. */
async function load(body: Case | undefined, { settings, oncall }: Services) {
  const from = body?.at ?? new Date().toISOString()
  const [current, overrides] = await Promise.all([settings.current(), oncall.overridesFrom(from)])
  return { ...current, overrides }
}
type Subject = Awaited<ReturnType<typeof load>>

async function simulated(policy: Policy, asked: Case, subject: Subject, services: Services) {
  const whole: Case = { ...asked, teamId: asked.teamId ?? subject.defaultTeamId }
  const played = play(policy, whole, subject)
  const ids = [...new Set(played.happenings.flatMap(({ whom }) => whom.map(({ id }) => id)))]
  const [people, preferences] = await Promise.all([
    services.people.readMany(ids),
    services.preferences.readMany(ids),
  ])
  const of = policy.steps.length
  const told = toldOf(played, { ...asked, of }, { people, preferences, defaults: subject.notifications })
  const other = takenInstead(subject.escalationPolicies, policy, asked.priority)
  return ok({ ...told, ...(other && { takenInstead: { id: other.id, name: other.name } }) })
}

export const simulateDraft = operation({
  method: 'POST',
  path: '/escalation-policies/simulate',
  summary: 'Play a policy before it is saved; nothing is stored, and nobody is told',
  action,
  body: Draft,
  answers,
  load: (_params, services, { body }) => load(body, services),
  perform: ({ body: { policy, ...asked }, subject }, services) => simulated(policy, asked, subject, services),
})

export const simulatePolicy = operation({
  method: 'POST',
  path: '/escalation-policies/{id}/simulate',
  summary: 'Play a policy for a priority and an instant; nothing is stored, and nobody is told',
  action,
  body: Case,
  answers,
  load: async ({ id }, services, { body }) => {
    const subject = await load(body, services)
    const policy = subject.escalationPolicies.find((one) => one.id === id)
    return policy && { ...subject, policy }
  },
  perform: ({ body, subject: { policy, ...subject } }, services) =>
    simulated(policy, body, subject, services),
})
