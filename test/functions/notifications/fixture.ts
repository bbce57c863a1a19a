import * as z from 'zod/mini'
import type { Incident } from '../../../functions/incidents/incident.ts'
import type { Mail } from '../../../functions/mail/compose.ts'
import type { Send } from '../../../functions/notifications/claim.ts'
import type { Post } from '../../../functions/notifications/post.ts'
import type { Reader } from '../../../functions/notifications/reader.ts'
import { sendKeyOf } from '../../../functions/notifications/store.ts'
import type { Person } from '../../../functions/people/person.ts'
import type { Preferences } from '../../../functions/preferences/preferences.ts'
import type { DomainEvent } from '../../../functions/runtime/event.ts'
import { Settings } from '../../../functions/settings/settings.ts'
import { ana, now } from '../incidents/fixture.ts'

export const reader: Reader = {
  name: 'Riley',
  address: 'riley@example.com',
  language: 'en',
  zone: 'Europe/Berlin',
}

export const settings = z.parse(Settings, {
  organisationName: 'Northwind',
  ...{ defaultTeamId: 'team_service_desk', categories: [], components: [], escalationPolicies: [] },
  teams: [
    { id: 'team_service_desk', name: 'L1 Service Desk', level: 'L1' as const, members: [], leadIds: [] },
  ],
  services: [{ id: 'svc_vpn', name: { en: 'VPN', de: 'VPN-Zugang' } }],
})

/** A public event of an incident, done by Ana. */
export const eventOf = (type: DomainEvent['type'], rest: Partial<DomainEvent> = {}): DomainEvent => ({
  pk: 'INC-000123',
  sk: 'E#000002',
  seq: 2,
  type,
  at: now,
  by: ana,
  channel: 'portal',
  visibility: 'public',
  digest: '',
  hash: '',
  previousHash: '',
  ...rest,
})

export const stepEvent = (after: Record<string, unknown> = {}): DomainEvent =>
  eventOf('escalation.step', {
    sk: 'I#000001',
    visibility: 'internal',
    by: { kind: 'system' },
    reason: 'L1 Service Desk: step 1 of 3, not acknowledged',
    after: {
      step: 1,
      of: 3,
      why: 'not_acknowledged',
      targets: [{ kind: 'team', id: 'team_service_desk' }],
      recipients: ['ana', 'ben'],
      ...after,
    },
  })

const personFor = (id: string): Person => ({
  id,
  name: id,
  email: `${id}@example.com`,
  roles: id === 'riley' ? [] : ['agent'],
  locale: 'en',
  zone: 'UTC',
})

/** A post office in memory: what was sent, how each claim ended, and an incident that a test may change. */
export function memoryPost(incident: Incident, hooks: { onSend?: (mail: Mail) => void } = {}) {
  const sent: Mail[] = []
  const claims = new Map<string, { status: string; note?: string }>()
  const asked: object[] = []
  const links: string[] = []
  const plans: object[] = []
  const muted: string[] = []
  const state: { incident: Incident; preferences: Preferences } = {
    incident,
    preferences: { shiftReminders: [] },
  }
  const post = {
    services: {
      incidents: {
        readHead: async () => state.incident,
        read: async () => ({
          incident: state.incident,
          texts: { description: 'No mail since nine.', fields: {} },
          parts: [],
        }),
      },
      people: {
        read: async (id: string) => personFor(id),
        readMany: async (ids: string[]) => ids.map(personFor),
      },
      mutes: { has: async (id: string) => muted.includes(id) },
      settings: { current: async () => settings },
      preferences: {
        read: async () => state.preferences,
        readMany: async (ids: string[]) => new Map(ids.map((id) => [id, state.preferences])),
      },
      notifications: { eventOf: async () => undefined, ofEvent: async () => [] },
      pagePlans: { add: async (plan: object) => void plans.push(plan), endQuiet: async () => undefined },
    },
    claims: {
      async claim(send: Send) {
        const status = claims.get(sendKeyOf(send))?.status
        if (status === 'held') return 'held'
        if (status && status !== 'claimed') return 'settled'
        claims.set(sendKeyOf(send), { status: 'held' })
        return 'ours'
      },
      settle: async (send: Send, outcome: { status: string; note?: string }) =>
        void claims.set(sendKeyOf(send), outcome),
      release: async (send: Send) => void claims.set(sendKeyOf(send), { status: 'claimed' }),
      keepAcknowledgeLink: async (_: string, { hash }: { hash: string }) => void links.push(hash),
    },
    surveys: { request: async (_: string, survey: object) => void asked.push(survey) },
    mailer: {
      async send(mail: Mail) {
        hooks.onSend?.(mail)
        sent.push(mail)
      },
    },
    texter: { send: async () => undefined },
    hooks: { post: async () => ({ taken: true }) },
    tokenKey: async () => 'k'.repeat(64),
    portalUrl: 'https://portal.example.com',
  }
  return { post: post as unknown as Post, sent, claims, asked, links, plans, muted, state }
}
