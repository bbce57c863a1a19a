import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Mail } from '../../../functions/mail/compose.ts'
import { listNotifications } from '../../../functions/notifications/api/list-notifications.ts'
import { pagePeople } from '../../../functions/notifications/page-people.ts'
import type { Post } from '../../../functions/notifications/post.ts'
import { openClaims } from '../../../functions/notifications/store.ts'
import { after as later, minutes, seconds } from '../../../functions/runtime/instant.ts'
import { parseLinkToken } from '../../../functions/runtime/link-token.ts'
import { openServices } from '../../../functions/runtime/services.ts'
import { openTable } from '../../../functions/runtime/table.ts'
import { openSurveys } from '../../../functions/surveys/store.ts'
import { createTable } from '../../support/table.ts'
import { incidentIn, now, riley } from '../incidents/fixture.ts'
import { settings, stepEvent } from './fixture.ts'

let post: Post
let id: string
let count = 0
const sent: Mail[] = []

beforeAll(async () => {
  const { name, client } = await createTable()
  const table = openTable(name, client)
  const services = openServices(table)
  post = {
    services,
    claims: openClaims(table),
    surveys: openSurveys(table),
    mailer: { send: async (mail) => void sent.push(mail) },
    texter: { send: async () => undefined },
    hooks: { post: async () => ({ taken: true }) },
    tokenKey: async () => 'k'.repeat(64),
    portalUrl: 'https://portal.example.com',
  }
  const person = { roles: ['agent' as const], locale: 'en' as const, zone: 'Europe/Berlin' }
  await services.people.write({ id: 'ana', name: 'Ana', email: 'ana@example.com', ...person })
  await services.settings.replace(settings, 0, now)
})

beforeEach(async () => {
  sent.length = 0
  id = `INC-${String(++count).padStart(6, '0')}`
  const incident = incidentIn('new', {
    id,
    version: 0,
    slices: { escalation: { policyId: 'pol', steps: [], next: 1, status: 'running' } },
  })
  const reported = {
    type: 'incident.reported',
    at: now,
    by: riley,
    channel: 'portal',
    visibility: 'public',
  } as const
  await post.services.incidents.save(
    { after: incident, events: [{ ...reported, text: 'No mail since nine.' }] },
    { now, answer: () => ({ status: 201 }) },
  )
})

const step = (recipients: string[]) => ({ ...stepEvent({ recipients }), pk: id })
const noted = async () =>
  (await listNotifications.load?.({ id }, post.services, { callerId: 'ana' })) as { items: object[] }

describe('paging over the table', () => {
  test('sends with a link that the table knows, and notes whom and why', async () => {
    await pagePeople(step(['ana']), now, post)
    const [mail] = sent
    expect(mail?.parts.quote?.text).toBe('No mail since nine.')
    const link = parseLinkToken(mail?.parts.button?.url.split('/a/')[1] ?? '')
    const { item } = await post.services.incidents.readHeadWith(id, `K#${link?.hash}`)
    expect(item).toMatchObject({ kind: 'acknowledge', personId: 'ana', personName: 'Ana' })
    expect((await noted()).items).toEqual([
      {
        recipient: { id: 'ana', name: 'Ana' },
        channel: 'mail',
        reason: {
          en: 'On the escalation path, step 1 of 3.',
          de: 'Auf dem Eskalationsweg, Schritt 1 von 3.',
        },
        status: 'sent',
        at: now,
      },
    ])
  })

  test('sends again under the same key, with the same link, after a crash between send and mark', async () => {
    const crashing = { ...post.claims, settle: () => Promise.reject(new Error('crash')) }
    await expect(pagePeople(step(['ana']), now, { ...post, claims: crashing })).rejects.toThrow('crash')
    await expect(pagePeople(step(['ana']), later(now, seconds(5)), post)).rejects.toThrow('being sent')
    await pagePeople(step(['ana']), later(now, minutes(1)), post)
    await pagePeople(step(['ana']), later(now, minutes(2)), post)
    expect(sent).toHaveLength(2)
    expect(sent[1]).toEqual(sent[0])
  })

  test('notes who could not be found', async () => {
    await pagePeople(step(['nobody', 'ana']), now, post)
    expect(sent).toHaveLength(1)
    expect((await noted()).items).toContainEqual(
      expect.objectContaining({
        status: 'suppressed',
        note: expect.objectContaining({ en: 'We do not know this person.' }),
      }),
    )
  })
})

test('notifications of an incident that is not there are not found', async () => {
  for (const unknown of ['INC-999999', 'PEOPLE#3', '']) {
    expect(
      await listNotifications.load?.({ id: unknown }, post.services, { callerId: 'ana' }),
    ).toBeUndefined()
  }
})
