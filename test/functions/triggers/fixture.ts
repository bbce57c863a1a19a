import type { Incident } from '../../../functions/incidents/incident.ts'
import type { Mail } from '../../../functions/mail/compose.ts'
import type { Post } from '../../../functions/notifications/post.ts'
import type { TextMessage } from '../../../functions/notifications/texter.ts'
import type { Preferences } from '../../../functions/preferences/preferences.ts'
import type { DefaultTrigger, Trigger } from '../../../functions/preferences/trigger.ts'
import type { DomainEvent } from '../../../functions/runtime/event.ts'
import { log } from '../../../functions/runtime/log.ts'
import { ok } from '../../../functions/runtime/operation.ts'
import type { Role } from '../../../functions/runtime/roles.ts'
import { openServices } from '../../../functions/runtime/services.ts'
import { openTable } from '../../../functions/runtime/table.ts'
import type { Settings } from '../../../functions/settings/settings.ts'
import { openSurveys } from '../../../functions/surveys/store.ts'
import { withTrigger } from '../../../functions/triggers/own.ts'
import { demoSettings } from '../../support/api.ts'
import { createTable } from '../../support/table.ts'
import { incidentIn, now, riley } from '../incidents/fixture.ts'
import { eventOf } from '../notifications/fixture.ts'

const people: Record<string, Role[]> = {
  ...{ riley: [], sam: [], ana: ['agent'], ben: ['agent'], chen: ['agent'] },
  ...{ omar: ['administrator'], olga: ['administrator'] },
}

export const wish = (more: Partial<Trigger> = {}): Trigger => ({
  ...{ id: 'trg_1', name: 'Urgent ones', on: ['reported'], where: {}, channel: 'mail', digest: false },
  ...more,
})

/** The product over a table of its own with people who can be told things, and the mails that they got. */
export async function openNotices() {
  log.setLogLevel('SILENT')
  const { name, client } = await createTable()
  const table = openTable(name, client)
  const services = openServices(table)
  const sent: Mail[] = []
  const texts: TextMessage[] = []
  const mail: { refused: boolean | string } = { refused: false }
  const post = {
    ...{ services, claims: services.notifications, surveys: openSurveys(table) },
    mailer: {
      async send(one: Mail) {
        if (mail.refused === true || mail.refused === one.to.name) throw new Error('The mail was refused.')
        sent.push(one)
      },
    },
    texter: { send: async (one: TextMessage) => void texts.push(one) },
    ...{ tokenKey: async () => 'k'.repeat(64), portalUrl: 'https://portal.example.com' },
  } as Post
  await services.settings.replace(demoSettings, 0, now)
  for (const [who, roles] of Object.entries(people)) {
    const person = { id: who, name: who, email: `${who}@example.com`, roles }
    await services.people.write({ ...person, locale: 'en', zone: 'Europe/Berlin' })
  }
  let count = 0

  return {
    ...{ post, services, sent, texts, mail },
    recipients: () => sent.map(({ to }) => to.name).sort(),

    async set(parts: Partial<Settings>) {
      const snapshot = await services.settings.snapshot()
      const by = { kind: 'system' } as const
      await services.settings.change(snapshot, { ...snapshot.settings, ...parts }, { by, now })
    },
    async wants(who: string, ...wishes: Trigger[]) {
      const own = await services.triggers.ofPerson(who)
      await services.triggers.save(who, own, wishes.reduce(withTrigger, own))
    },
    async prefers(who: string, preferences: Partial<Preferences>) {
      const { version, preferences: before } = await services.preferences.snapshot(who)
      await services.preferences.write(who, { ...before, ...preferences }, version)
    },
    /** Nobody wants anything any more. */
    async forget() {
      sent.length = 0
      texts.length = 0
      mail.refused = false
      for (const who of Object.keys(people)) {
        const own = await services.triggers.ofPerson(who)
        await services.triggers.save(who, own, { ...own, items: [], off: [] })
      }
      await this.byRole([])
    },
    byRole(triggerDefaults: DefaultTrigger[]) {
      return this.set({ triggerDefaults })
    },
    /** A stored incident, and the event that Riley reported it. */
    async reported(more: Partial<Incident> = {}): Promise<DomainEvent> {
      const id = `INC-${String(800_000 + ++count)}`
      const after = incidentIn('new', { id, version: 0, ...more })
      const event = { type: 'incident.reported', at: now, by: riley } as const
      await services.incidents.save(
        { after, events: [{ ...event, channel: 'portal', visibility: 'public' }] },
        { now, answer: () => ok(undefined) },
      )
      return { ...eventOf('incident.reported', { by: riley }), pk: id, sk: 'E#000001' }
    },
    outcomes: async (id: string) =>
      (await services.notifications.ofIncident(id)).map(({ recipient, status, note }) => [
        recipient.id,
        status,
        note?.en,
      ]),
    eventsAt: async (place: string) =>
      (
        await table.query({
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :events)',
          ExpressionAttributeValues: { ':pk': place, ':events': 'E#' },
        })
      ).items,
    headOf: (place: string) => table.get({ pk: place, sk: '!head' }),
  }
}
export type Notices = Awaited<ReturnType<typeof openNotices>>
