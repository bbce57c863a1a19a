import type { Played, Simulation } from '../../functions/escalation/simulation.ts'
import type { Channel, Preferences, Rules } from '../../functions/preferences/preferences.ts'
import type { DefaultTrigger, Trigger } from '../../functions/preferences/trigger.ts'
import type { Text } from '../../functions/runtime/text.ts'
import type { Named, Notification } from './contract.ts'

export type { Channel, DefaultTrigger, Preferences, Rules, Trigger }

export const channels = ['mail', 'sms', 'webhook'] as const satisfies readonly Channel[]

export type { Played, Simulation }
export type Because = Played['people'][number]['ways'][number]['because']

type Test = { channel: Channel; status: string; at: string; note?: Text | string }
/** A test that somebody asked for, and when. */
export type AskedTest = { channel: Channel; at: string }
export type Turned = DefaultTrigger & { active: boolean }

/** What somebody is told of, how, and why so. */
export type MyNotifications = {
  preferences: Preferences
  rules: Rules
  source: 'own' | 'default'
  forced: Channel[]
  webhookSecret?: string
  triggers: Trigger[]
  defaultTriggers: Turned[]
  muted: { id: string; title?: string }[]
  tests: Test[]
}

/** A message that went out, with its reason in the reader's words or as a code. */
export type Told = Omit<Notification, 'reason' | 'channel' | 'note'> & {
  reason: Text | string
  channel: string
  /** Why it was not sent, or did not arrive. */
  note?: Text | string
}

/** Why somebody was told of an incident or not. */
export type WhyTold = {
  person: Named
  told: { channel: string; status: string; at: string }[]
  answers: { step?: number; at?: string; code: string; text: Text }[]
}
