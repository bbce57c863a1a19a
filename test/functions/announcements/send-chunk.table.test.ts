import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { publish } from '../../../functions/announcements/announcement.ts'
import type { Chunk, Deliveries } from '../../../functions/announcements/delivery-store.ts'
import { fanOut } from '../../../functions/announcements/fan-out.ts'
import { pace } from '../../../functions/announcements/pace.ts'
import { type Clock, type Errand, sendChunk } from '../../../functions/announcements/send-chunk.ts'
import { type Announcements, openAnnouncements } from '../../../functions/announcements/store.ts'
import { openDeliveries as openOutcomes } from '../../../functions/mail/store.ts'
import type { Person } from '../../../functions/people/person.ts'
import { openPeople, type People } from '../../../functions/people/store.ts'
import { created } from '../../../functions/runtime/operation.ts'
import { openTable, type Table } from '../../../functions/runtime/table.ts'
import { eventually } from '../../support/deadline.ts'
import { createTable } from '../../support/table.ts'
import { ines, now, publication } from './fixture.ts'

let table: Table
let people: People
let announcements: Announcements
let deliveries: Deliveries
let announcementId: string
let count = 0

const crowd = Array.from({ length: 30 }, (_, index): Person => {
  const id = `p${String(index).padStart(2, '0')}`
  const roles: Person['roles'] = index < 4 ? ['agent'] : []
  return { id, name: id, email: `${id}@demo.evenkeel.example`, roles, locale: 'en', zone: 'UTC' }
})

beforeAll(async () => {
  const { name, client } = await createTable()
  table = openTable(name, client)
  people = openPeople(table)
  announcements = openAnnouncements(table)
  deliveries = announcements.deliveries
  await Promise.all(crowd.map((person) => people.write(person)))
})

beforeEach(() => {
  announcementId = `ann_${++count}`
})

/** A clock that only moves when somebody waits. */
function clockFrom(start: string) {
  let at = Date.parse(start)
  return {
    now: () => new Date(at).toISOString(),
    pause: async (milliseconds: number) => {
      at += milliseconds
    },
  }
}

/** Counts the mails to each person by their key. */
function errand(fails?: (person: Person) => Error | undefined) {
  const mails: string[] = []
  const keys = new Set<string>()
  const sending: Errand = {
    isAddressed: () => true,
    async send(person, sendKey) {
      const error = fails?.(person)
      if (error) throw error
      mails.push(person.id)
      keys.add(sendKey)
    },
  }
  return { mails, keys, sending }
}

async function announce(audience: string): Promise<Chunk[]> {
  const chunks: Chunk[] = []
  const change = publish(publication({ audience }), { id: announcementId, now, by: ines })
  await announcements.save(change, { now, answer: () => created({}) })
  await fanOut(
    { type: 'announcement.published', announcementId, seq: 1 },
    { announcements, people, deliveries, enqueue: async (more) => void chunks.push(...more) },
  )
  return chunks
}

/** Works all of the chunks, each to its end, and then fails if one did. */
async function work(chunks: Chunk[], sending: Errand, clockOf = (_: Chunk): Clock => clockFrom(now)) {
  const outcomes = await Promise.allSettled(
    chunks.map((chunk) => sendChunk(chunk, sending, { people, deliveries, clock: clockOf(chunk) })),
  )
  const failed = outcomes.find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
}

const answer = (name: string, message = '') => Object.assign(new Error(message), { name })

/** Time stands still, and whoever waits does so until all that was claimed is settled. */
const sideBySide = (chunk: Chunk): Clock => ({
  now: () => now,
  async pause() {
    const isSettled = async () =>
      ![...(await deliveries.readChunk(chunk)).values()].some((status) => status === 'claimed')
    await eventually(isSettled, { what: 'the mails of the chunk to be settled' })
  },
})

describe('mailing an announcement', () => {
  test('reaches everybody once, and counts them', async () => {
    const { mails, keys, sending } = errand()
    await work(await announce('public'), sending)
    expect(mails.sort()).toEqual(crowd.map(({ id }) => id))
    expect(keys.size).toBe(crowd.length)
    expect(await deliveries.count(announcementId)).toEqual({ total: 30, sent: 30, failed: 0 })
  })

  test('for agents counts and cuts for those who hold a role of the staff', async () => {
    await announce('agents')
    expect(await deliveries.count(announcementId)).toMatchObject({ total: 4 })
  })

  test('sends nothing more when the same chunks come again', async () => {
    const { mails, sending } = errand()
    const chunks = await announce('public')
    await work(chunks, sending)
    await work(chunks, sending)
    expect(mails).toHaveLength(30)
  })

  test('sends each mail once when the same chunk comes twice at once', async () => {
    const { mails, sending } = errand()
    const chunks = await announce('public')
    await Promise.all([work(chunks, sending, sideBySide), work(chunks, sending, sideBySide)])
    expect(new Set(mails).size).toBe(30)
    expect(mails).toHaveLength(30)
  })

  test('goes on where it stopped, and sends what was on its way again under its old key', async () => {
    const chunks = await announce('public')
    const first = errand()
    const died = await Promise.allSettled([
      work(chunks, {
        ...first.sending,
        async send(person, sendKey) {
          await first.sending.send(person, sendKey)
          if (person.id === 'p07') throw new Error('killed before it heard the answer')
        },
      }),
    ])
    expect(died[0]?.status).toBe('rejected')

    const second = errand()
    await work(chunks, second.sending)
    const twice = second.mails.filter((id) => first.mails.includes(id))
    expect(twice).toEqual(['p07'])
    expect(new Set([...first.mails, ...second.mails]).size).toBe(30)
    expect(new Set([...first.keys, ...second.keys]).size).toBe(30)
  })

  test('takes over what a try claimed that died without a word', async () => {
    const chunks = await announce('public')
    for (const chunk of chunks) {
      const person = crowd.find(({ id }) => id === chunk.untilId)
      if (person) expect(await deliveries.claim(chunk, person, now)).toBe(true)
    }
    const { mails, sending } = errand()
    await work(chunks, sending)
    expect(mails).toHaveLength(30)
  })

  test('gives an address up that will never take the mail', async () => {
    const chunks = await announce('public')
    const { mails, sending } = errand(({ id }) =>
      id === 'p03' ? answer('InvalidParameterValue', 'Illegal address') : undefined,
    )
    await work(chunks, sending)
    await work(chunks, sending)
    expect(mails).toHaveLength(29)
    expect(await deliveries.count(announcementId)).toEqual({ total: 30, sent: 29, failed: 1 })
  })

  test('finishes the chunk although one mail fails, and asks for another try', async () => {
    const chunks = await announce('public')
    const first = errand(({ id }) => (id === 'p03' ? answer('TimeoutError') : undefined))
    await expect(work(chunks, first.sending)).rejects.toThrow('not settled')
    expect(first.mails).toHaveLength(29)
    const second = errand()
    await work(chunks, second.sending)
    expect(second.mails).toEqual(['p03'])
    expect(await deliveries.count(announcementId)).toEqual({ total: 30, sent: 30, failed: 0 })
  })

  test('gives nobody up while SES rejects everything', async () => {
    const chunks = await announce('public')
    const { mails, sending } = errand()
    await expect(work(chunks, errand(() => answer('MessageRejected')).sending)).rejects.toThrow('not settled')
    expect(await deliveries.count(announcementId)).toMatchObject({ sent: 0, failed: 0 })
    await work(chunks, sending)
    expect(mails).toHaveLength(30)
  })

  test('slows down when SES says so, and goes on', async () => {
    let refusals = 3
    const { mails, sending } = errand(() => (refusals-- > 0 ? answer('Throttling') : undefined))
    await work(await announce('public'), sending)
    expect(new Set(mails).size).toBe(30)
    expect(mails).toHaveLength(30)
  })

  test('stops in time when SES does not take more, and asks for another try', async () => {
    const [chunk] = await announce('public')
    if (!chunk) throw new Error('There is a chunk.')
    const clock = clockFrom(now)
    const { sending } = errand(() => answer('Throttling'))
    await expect(work([chunk], sending, () => clock)).rejects.toThrow('not settled')
    const lasted = Date.parse(clock.now()) - Date.parse(now)
    expect(lasted).toBeGreaterThan(60_000)
    expect(lasted).toBeLessThanOrEqual(90_000)
  })

  test('keeps the pace', async () => {
    const chunks = await announce('public')
    for (const chunk of chunks) {
      const clock = clockFrom(now)
      const { mails, sending } = errand()
      await work([chunk], sending, () => clock)
      const rows = Math.ceil(mails.length / pace.abreast)
      expect(Date.parse(clock.now()) - Date.parse(now)).toBe(rows * pace.rowMilliseconds)
    }
  })

  test('mails nobody when an announcement starts or ends by itself', async () => {
    const enqueue = async () => {
      throw new Error('There is nothing to mail.')
    }
    for (const type of ['announcement.started', 'announcement.ended'] as const) {
      await fanOut({ type, announcementId, seq: 2 }, { announcements, people, deliveries, enqueue })
    }
  })

  test('notes a bounce that comes later on the mail it is about', async () => {
    const { keys, sending } = errand()
    await work(await announce('public'), sending)
    const [sendKey = ''] = keys
    expect(await openOutcomes(table).record({ sendKey, status: 'bounced', at: now })).toBe(true)
    const { items } = await deliveries.list(announcementId, { limit: 100 })
    expect(items).toHaveLength(30)
    expect(items.filter(({ status }) => status === 'bounced')).toHaveLength(1)
  })
})
