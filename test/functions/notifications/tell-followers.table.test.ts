import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Incident } from '../../../functions/incidents/incident.ts'
import type { Mail } from '../../../functions/mail/compose.ts'
import type { Post } from '../../../functions/notifications/post.ts'
import { tellFollowers } from '../../../functions/notifications/tell-followers.ts'
import { log } from '../../../functions/runtime/log.ts'
import { ok } from '../../../functions/runtime/operation.ts'
import { openServices } from '../../../functions/runtime/services.ts'
import { openTable } from '../../../functions/runtime/table.ts'
import { openSurveys } from '../../../functions/surveys/store.ts'
import { createTable } from '../../support/table.ts'
import { ana, incidentIn, now, riley } from '../incidents/fixture.ts'
import { eventOf } from './fixture.ts'

let post: Post
let id: string
let count = 0
const sent: Mail[] = []
let refused: string | undefined
const answer = { status: 201 }

beforeAll(async () => {
  log.setLogLevel('SILENT')
  const { name, client } = await createTable()
  const table = openTable(name, client)
  const services = openServices(table)
  const mailer = {
    async send(mail: Mail) {
      if (mail.to.name === refused) throw new Error('The mail was refused.')
      sent.push(mail)
    },
  }
  const portalUrl = 'https://portal.example.com'
  const tokenKey = async () => 'k'.repeat(64)
  post = {
    services,
    claims: services.notifications,
    surveys: openSurveys(table),
    mailer,
    texter: { send: async () => undefined },
    hooks: { post: async () => ({ taken: true }) },
    tokenKey,
    portalUrl,
  }
  for (const who of ['riley', 'sam', 'noor', 'ana', 'ben', ...crowd]) {
    const roles = ['ana', 'ben'].includes(who) ? (['agent'] as const) : []
    const person = { id: who, name: who, email: `${who}@example.com`, roles: [...roles] }
    await services.people.write({ ...person, locale: who === 'noor' ? 'de' : 'en', zone: 'UTC' })
  }
})

const crowd = Array.from({ length: 120 }, (_, n) => `p${n}`)
const named = (who: string) => ({ id: who, name: who })

beforeEach(() => {
  sent.length = 0
  id = `INC-${String(700_000 + ++count)}`
})

async function stored(state: 'resolved' | 'canceled' | 'in_progress', more: Partial<Incident> = {}) {
  const after = incidentIn(state, { id, version: 0, title: 'Secret of Riley', ...more })
  const event = {
    type: 'incident.reported',
    at: now,
    by: riley,
    channel: 'portal',
    visibility: 'public',
  } as const
  await post.services.incidents.save({ after, events: [event] }, { now, answer: () => ok(undefined) })
}
const join = (who: string, via?: string) =>
  post.services.meToos.join(
    id,
    { person: named(who), title: via ? 'My mail' : 'Mail is late', since: now, via },
    { answer, now },
  )
const moved = (to: string, more = {}) => ({
  ...eventOf('incident.moved', { by: ana, after: { state: to }, ...more }),
  pk: id,
})
const recipients = () => sent.map(({ to }) => to.name).sort()

describe('the end of an incident', () => {
  test('is told to whom it concerns beside the requester, once, in words that they may read', async () => {
    await stored('resolved', { watchers: ['sam', 'ben', 'riley'].map(named) })
    await join('noor')
    await join('p1', 'INC-000999')
    const event = moved('resolved', { text: 'Word to Riley' })
    await tellFollowers(event, now, post)
    await tellFollowers(event, now, post)
    expect(recipients()).toEqual(['noor', 'p1', 'sam'])
    const mailTo = (who: string) => sent.find(({ to }) => to.name === who)
    expect(mailTo('sam')).toMatchObject({ subject: `[${id}] Solved: Secret of Riley` })
    expect(mailTo('noor')).toMatchObject({ subject: `[${id}] Gelöst: Mail is late` })
    expect(mailTo('p1')).toMatchObject({ subject: '[INC-000999] Solved: My mail', thread: 'INC-000999' })
    expect(JSON.stringify([mailTo('noor'), mailTo('p1')])).not.toMatch(/Riley|E000002/)
    expect(JSON.stringify(mailTo('p1'))).not.toContain(id)
  })

  test('reaches more people than one page of them', async () => {
    await stored('resolved')
    await Promise.all(crowd.map((who) => join(who)))
    refused = 'p0'
    await expect(tellFollowers(moved('resolved'), now, post)).rejects.toThrow('refused')
    expect(recipients()).toEqual(crowd.filter((who) => who !== refused).sort())
    refused = undefined
    await tellFollowers(moved('resolved'), now, post)
    expect(recipients()).toEqual([...crowd].sort())
  })

  test.each([
    ['is told when it was given up', 'canceled', moved.bind(null, 'canceled'), ['noor']],
    ['is no news once it is open again', 'in_progress', moved.bind(null, 'resolved'), []],
    [
      'is not the end when it goes on in its original',
      'canceled',
      () => moved('canceled', { reason: 'duplicate' }),
      [],
    ],
    ['is not told of a closing', 'resolved', moved.bind(null, 'closed'), []],
  ] as const)('%s', async (_, state, event, expected) => {
    await stored(state)
    await join('noor')
    await tellFollowers(event(), now, post)
    expect(recipients()).toEqual(expected)
  })
})
