import type { Incident } from '../../../functions/incidents/incident.ts'
import { passOnUndelivered } from '../../../functions/notifications/pass-on-undelivered.ts'
import type { Preferences } from '../../../functions/preferences/preferences.ts'
import type { DomainEvent } from '../../../functions/runtime/event.ts'
import { after as later, minutes, seconds } from '../../../functions/runtime/instant.ts'
import { log } from '../../../functions/runtime/log.ts'
import type { Role } from '../../../functions/runtime/roles.ts'
import type { Settings } from '../../../functions/settings/settings.ts'
import { incidentIn, now, riley } from '../incidents/fixture.ts'
import { settings as base, stepEvent } from './fixture.ts'
import { postOverTable } from './table-post.ts'

export const settings: Settings = {
  ...base,
  notifications: {
    rules: {
      urgent: [
        { channel: 'mail', delayMinutes: 0 },
        { channel: 'sms', delayMinutes: 0 },
        { channel: 'sms', delayMinutes: 5 },
      ],
      normal: [{ channel: 'mail', delayMinutes: 0 }],
    },
    forced: [],
  },
}
const steps = [1, 2, 3].map(() => ({
  delayMinutes: 5,
  targets: [{ kind: 'team' as const, id: 'team_service_desk' }],
}))
const person = { locale: 'en' as const, zone: 'Europe/Berlin' }

/** Incidents whose first step was just sent, over a table, with people who can be told of it. */
export async function openPageCase() {
  log.setLogLevel('SILENT')
  const { post, outbox } = await postOverTable(settings)
  const { services, claims } = post
  let count = 0
  const one = {
    ...{ post, outbox },
    id: '',

    async add(who: string, roles: Role[] = ['agent']) {
      await services.people.write({ id: who, name: who, email: `${who}@example.com`, ...person, roles })
    },

    async prefer(who: string, preferences: Preferences) {
      const { version } = await services.preferences.snapshot(who)
      await services.preferences.write(who, preferences, version)
    },

    /** Another incident, and nobody with wishes of their own. */
    async begin({ priority = 'P1', next = 1 }: Partial<Pick<Incident, 'priority'>> & { next?: number } = {}) {
      outbox.clear()
      one.id = `INC-${String(++count).padStart(6, '0')}`
      await Promise.all(['ana', 'ben', 'chen'].map((who) => one.prefer(who, { shiftReminders: [] })))
      const incident = incidentIn('new', {
        ...{ id: one.id, version: 0, priority },
        slices: { escalation: { policyId: 'pol', steps, next, last: 0, status: 'running' } },
        timers: { escalation: later(now, minutes(5)) },
      })
      const { by, reason, after } = stepEvent({ recipients: ['ana'], round: 1 })
      const reported = { type: 'incident.reported', at: now, by: riley, channel: 'portal' } as const
      const sent = { type: 'escalation.step', at: now, by, channel: 'system', reason, after } as const
      await services.incidents.save(
        {
          after: incident,
          events: [
            { ...reported, visibility: 'public', text: 'No mail since nine.' },
            { ...sent, visibility: 'internal' },
          ],
        },
        { now, answer: () => ({ status: 201 }) },
      )
    },

    /** The step's event as it is stored, with other recipients for what follows. */
    async step(recipients: string[]): Promise<DomainEvent> {
      const event = (await claims.eventOf(one.id, 'I000001')) as DomainEvent
      const after = { ...event.after, recipients }
      await services.table.put({ Item: { ...event, after } })
      return { ...event, after }
    },

    async noted() {
      const items = await claims.ofIncident(one.id)
      return items.map(({ recipient, channel, status }) => `${recipient.id} ${channel} ${status}`).sort()
    },

    async undelivered() {
      const entries = await services.incidents.readEntries(one.id, 'internal')
      return entries.filter(({ type }) => type === 'escalation.undelivered')
    },

    async bounce(who: string, at = later(now, seconds(30)), status: 'bounced' | 'complained' = 'bounced') {
      await outbox.bounce(`${one.id}/S:I000001:step-1:${who}:mail`, at, status)
      await passOnUndelivered({ incidentId: one.id, occasion: 'I000001' }, at, services)
    },

    /** Wakes the only plan there is, and answers the events it has by then. */
    async wakePlan(at: string) {
      const [plan] = outbox.plans()
      await services.pagePlans.wake(String(plan?.id), at)
      return (await outbox.planEvents(String(plan?.id))) as unknown as DomainEvent[]
    },
  }
  await Promise.all(['ana', 'ben', 'chen'].map((who) => one.add(who)))
  return one
}
export type PageCase = Awaited<ReturnType<typeof openPageCase>>
