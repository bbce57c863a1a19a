import type { Answer, Outgoing, Sending } from './api.ts'
import type {
  AskedTest,
  Channel,
  MyNotifications,
  Preferences,
  Simulation,
  Trigger,
  WhyTold,
} from './notify-contract.ts'
import type { Thing } from './set-up/blueprint.ts'

type Call = <Body>(method: string, path: string, outgoing?: Outgoing) => Promise<Answer<Body>>

const incident = (id: string, rest: string) => `/incidents/${encodeURIComponent(id)}/${rest}`

/** Who is told what, how and why. */
export const notifyCalls = (call: Call) => ({
  simulate: (body: Thing) => call<Simulation>('POST', '/escalation-policies/simulate', { body }),

  myNotifications: () => call<MyNotifications>('GET', '/me/notifications'),
  saveMyNotifications: (body: Preferences | Thing, sending: Sending) =>
    call<MyNotifications>('PUT', '/me/notifications', { body, ...sending }),
  testChannel: (channel: Channel) => call<AskedTest>('POST', '/me/notifications/test', { body: { channel } }),

  addTrigger: (body: Thing) => call<Trigger>('POST', '/triggers', { body }),
  removeTrigger: (id: string) => call('DELETE', `/triggers/${encodeURIComponent(id)}`),
  turnTrigger: (id: string, active: boolean) =>
    call('PUT', `/triggers/defaults/${encodeURIComponent(id)}`, { body: { active } }),

  mute: (id: string) => call('PUT', incident(id, 'mute'), { body: {} }),
  unmute: (id: string) => call('DELETE', incident(id, 'mute')),
  whyTold: (id: string, personId: string) =>
    call<WhyTold>('GET', incident(id, `notifications/why?personId=${encodeURIComponent(personId)}`)),
})
