import * as z from 'zod/mini'
import { sendStatuses } from '../../mail/delivery.ts'
import { Channel, Preferences, Rules } from '../../preferences/preferences.ts'
import { problemsOf } from '../../preferences/problems.ts'
import { staffOnlyProblems } from '../../preferences/staff-only.ts'
import type { PreferencesSnapshot } from '../../preferences/store.ts'
import { DefaultTrigger, Trigger } from '../../preferences/trigger.ts'
import type { Caller } from '../../runtime/caller.ts'
import { allowedPrivateHosts } from '../../runtime/config.ts'
import type { Sent } from '../../runtime/operation.ts'
import { type Operation, ok, operation } from '../../runtime/operation.ts'
import type { Services } from '../../runtime/services.ts'
import { stale } from '../../runtime/stale.ts'
import { Text } from '../../runtime/text.ts'
import { inconsistent } from '../../settings/refusals.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Claim } from '../claim.ts'
import { hookSecret } from '../hook-signature.ts'
import type { Muted } from '../mute-store.ts'
import { noteText } from '../note-words.ts'

const Mine = z.object({
  preferences: Preferences,
  /** The rules in force, and whose they are. */
  rules: Rules,
  source: z.enum(['own', 'default']),
  /** What the organisation sends urgent pages through, whatever the rules say. */
  forced: z.array(Channel),
  /** Shown so that the receiver of the webhook can check that messages are ours. */
  webhookSecret: z.string(),
  triggers: z.array(Trigger),
  defaultTriggers: z.array(z.extend(DefaultTrigger, { active: z.boolean() })),
  muted: z.array(z.object({ id: z.string(), title: z.optional(z.string()) })),
  /** Tests of the last days, newest first. */
  tests: z.array(
    z.object({
      channel: Channel,
      status: z.enum(sendStatuses),
      at: z.iso.datetime(),
      note: z.optional(Text),
    }),
  ),
})

type Subject = PreferencesSnapshot & {
  settings: Settings
  tests: Claim[]
  /** Triggers of one's own, and the ids of defaults that one turned off. */
  own: { items: readonly Trigger[]; off: readonly string[] }
  muted: readonly Muted[]
}

async function load(
  _params: Record<string, string>,
  services: Services,
  { callerId }: Sent,
): Promise<Subject> {
  const [snapshot, settings, tests, own, muted] = await Promise.all([
    services.preferences.snapshot(callerId),
    services.settings.current(),
    services.tests.list(callerId),
    services.triggers.ofPerson(callerId),
    services.mutes.ofPerson(callerId),
  ])
  return { ...snapshot, settings, tests, own, muted }
}

const etag = ({ version }: Pick<Subject, 'version'>) => `"p${version}"`

/** What somebody sees and changes about how they are told. */
export function myNotificationsOperations(tokenKey: () => Promise<string>): Operation[] {
  async function describe({ id, roles }: Caller, { preferences, settings, tests, own, muted }: Subject) {
    const { notifications, triggerDefaults } = settings
    const isMine = (trigger: DefaultTrigger) =>
      trigger.roles.some((role) => role === 'requester' || roles.includes(role))
    return {
      preferences,
      rules: preferences.rules ?? notifications.rules,
      source: preferences.rules ? 'own' : 'default',
      forced: notifications.forced,
      webhookSecret: hookSecret(await tokenKey(), id),
      triggers: own.items,
      defaultTriggers: triggerDefaults
        .filter(isMine)
        .map((trigger) => ({ ...trigger, active: !own.off.includes(trigger.id) })),
      muted: muted.map(({ id: number, title }) => ({ id: number, title })),
      tests: tests.map(({ channel, status, at, note }) => ({
        ...{ channel, status, at, note: noteText(status, note) },
      })),
    }
  }

  return [
    operation({
      method: 'GET',
      path: '/me/notifications',
      summary: 'How I am told, by what rules, and what I asked to be told of',
      action: 'preferences.edit_self',
      answers: { status: 200, description: 'Preferences, rules in force, triggers and tests', schema: Mine },
      load,
      perform: async ({ caller, subject }) => ok(await describe(caller, subject), etag(subject)),
    }),
    operation({
      method: 'PUT',
      path: '/me/notifications',
      summary: 'Set how I am told',
      action: 'preferences.edit_self',
      body: Preferences,
      answers: { status: 200, description: 'As it is in force now', schema: Mine },
      load,
      etag,
      current: ({ preferences }) => preferences,
      async perform({ caller, subject, body }, { preferences }) {
        const problems = [
          ...problemsOf(body, allowedPrivateHosts()),
          ...(caller.may('notification.read') ? [] : staffOnlyProblems(body, subject.preferences)),
        ]
        if (problems.length > 0) throw inconsistent(problems)
        if (!(await preferences.write(caller.id, body, subject.version))) throw stale()
        const after = { ...subject, preferences: body, version: subject.version + 1 }
        return ok(await describe(caller, after), etag(after))
      },
    }),
  ]
}
