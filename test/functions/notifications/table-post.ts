import type { Mail } from '../../../functions/mail/compose.ts'
import { openDeliveries } from '../../../functions/mail/store.ts'
import type { HookPost } from '../../../functions/notifications/hook.ts'
import type { Post } from '../../../functions/notifications/post.ts'
import type { TextMessage } from '../../../functions/notifications/texter.ts'
import type { Instant } from '../../../functions/runtime/instant.ts'
import { openServices } from '../../../functions/runtime/services.ts'
import { type Item, openTable } from '../../../functions/runtime/table.ts'
import type { Settings } from '../../../functions/settings/settings.ts'
import { openSurveys } from '../../../functions/surveys/store.ts'
import { createTable } from '../../support/table.ts'
import { now } from '../incidents/fixture.ts'

/** A post office over a table of its own, which keeps what left and fails as a test wishes. */
export async function postOverTable(settings: Settings) {
  const { name, client } = await createTable()
  const table = openTable(name, client)
  const services = openServices(table)
  await services.settings.replace(settings, 0, now)
  const mails: Mail[] = []
  const texts: TextMessage[] = []
  const calls: HookPost[] = []
  const failing = new Map<string, Error>()
  const added: Item[] = []

  const unlessFailing = (channel: string) => {
    const error = failing.get(channel)
    if (error) throw error
  }
  const post: Post = {
    services: {
      ...services,
      pagePlans: {
        ...services.pagePlans,
        async add(plan, at) {
          await services.pagePlans.add(plan, at)
          added.push(await headOf(plan))
        },
      },
    },
    claims: services.notifications,
    surveys: openSurveys(table),
    mailer: {
      async send(mail) {
        unlessFailing('mail')
        mails.push(mail)
      },
    },
    texter: {
      async send(text) {
        unlessFailing('sms')
        texts.push(text)
      },
    },
    hooks: {
      async post(call) {
        unlessFailing('webhook')
        calls.push(call)
        return { taken: true }
      },
    },
    tokenKey: async () => 'k'.repeat(64),
    portalUrl: 'https://portal.example.com',
  }

  /** A plan is found as the sweeper finds it: by its row in the due index. */
  async function headOf({ incidentId, personId }: { incidentId: string; personId: string }): Promise<Item> {
    for (const shard of [0, 1, 2, 3]) {
      const { items } = await table.query({
        IndexName: 'byDue',
        KeyConditionExpression: 'dueKey = :shard',
        ExpressionAttributeValues: { ':shard': `D#${shard}` },
      })
      for (const { id } of items) {
        const plan = String(id).startsWith('pln_') && (await services.pagePlans.read(String(id)))
        if (plan && plan.incidentId === incidentId && plan.personId === personId)
          return { pk: plan.id, sk: '', id: plan.id }
      }
    }
    throw new Error('The plan is not due at any time.')
  }

  const outbox = {
    ...{ mails, texts, calls },
    sent: () => [
      ...mails.map(({ to }) => `mail ${to.address}`),
      ...texts.map(({ to }) => `sms ${to}`),
      ...calls.map(({ url }) => `webhook ${url}`),
    ],
    fail: (channel: 'mail' | 'sms' | 'webhook', error: Error) => void failing.set(channel, error),
    mend: () => failing.clear(),
    plans: () => added,
    async planEvents(id: string) {
      const { items } = await table.query({
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :events)',
        ExpressionAttributeValues: { ':pk': id, ':events': 'E#' },
      })
      return items
    },
    bounce: (sendKey: string, at: Instant, status: 'bounced' | 'complained') =>
      openDeliveries(table).record({ sendKey, status, at }),
    clear() {
      for (const list of [mails, texts, calls, added]) list.length = 0
      failing.clear()
    },
  }
  return { post, outbox }
}
