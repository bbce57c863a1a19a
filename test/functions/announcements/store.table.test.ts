import { beforeAll, describe, expect, test } from 'vitest'
import { publish, update } from '../../../functions/announcements/announcement.ts'
import { type Announcements, openAnnouncements } from '../../../functions/announcements/store.ts'
import { openDue } from '../../../functions/clock/due.ts'
import { once } from '../../../functions/runtime/idempotency.ts'
import { created } from '../../../functions/runtime/operation.ts'
import { openTable, type Table } from '../../../functions/runtime/table.ts'
import { createTable } from '../../support/table.ts'
import { ines, now, publication } from './fixture.ts'

let announcements: Announcements
let table: Table
let due: ReturnType<typeof openDue>
let count = 0

beforeAll(async () => {
  const { name, client } = await createTable()
  table = openTable(name, client)
  announcements = openAnnouncements(table)
  due = openDue(table)
})

const at = (minute: number) => new Date(Date.parse(now) + minute * 60_000).toISOString()
const answer = (after: { id: string; version: number }) => created({ id: after.id, version: after.version })

async function published(overrides: Record<string, unknown> = {}) {
  const id = `ann_${String(++count).padStart(4, '0')}`
  const change = publish(publication(overrides), { id, now, by: ines })
  await announcements.save(change, { now, answer })
  return change.after
}
const idsOf = (records: { announcement: { id: string } }[]) =>
  records.map(({ announcement }) => announcement.id)

describe('storing announcements', () => {
  test('reads back what was published and said, in order', async () => {
    const first = await published()
    const change = update(first, { stage: 'identified', body: 'A full disk.' }, { now: at(5), by: ines })
    await announcements.save(change, { now: at(5), answer })
    const found = await announcements.read(first.id)
    expect(found?.announcement).toEqual(change.after)
    expect(found?.words.map(({ seq, text }) => [seq, text])).toEqual([
      [1, 'We are finding out why.'],
      [2, 'A full disk.'],
    ])
  })

  test('has one winner among two updates of the same version', async () => {
    const first = await published()
    const save = (body: string) =>
      announcements.save(update(first, { stage: 'monitoring', body }, { now: at(1), by: ines }), {
        now: at(1),
        answer,
      })
    const outcomes = await Promise.allSettled([save('One.'), save('Two.')])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await announcements.read(first.id))?.words).toHaveLength(2)
  })

  test('answers the first result again for the same key, and refuses the key for another body', async () => {
    const save = (id: string, body: unknown) =>
      announcements.save(publish(publication(), { id, now, by: ines }), {
        now,
        answer,
        once: once('ines', 'key-1', 'POST /v1/announcements', body),
      })
    const first = await save('ann_key1', { a: 1 })
    expect(await save('ann_key2', { a: 1 })).toEqual(first)
    await expect(save('ann_key3', { a: 2 })).rejects.toMatchObject({ code: 'key_reused' })
    expect(await announcements.read('ann_key2')).toBeUndefined()
  })

  test('lists what is going on until it is resolved, and then what is over', async () => {
    const first = await published()
    expect(idsOf(await announcements.readActive(at(1)))).toContain(first.id)
    const change = update(first, { stage: 'resolved', body: 'Fixed.' }, { now: at(9), by: ines })
    await announcements.save(change, { now: at(9), answer })
    expect(idsOf(await announcements.readActive(at(10)))).not.toContain(first.id)
    const over = (await announcements.readRecent(at(10))).find(
      ({ announcement }) => announcement.id === first.id,
    )
    expect(over?.words.map(({ text }) => text)).toEqual(['Fixed.'])
  })

  test('lists what has passed its announced end as over, without anybody having to end it', async () => {
    const first = await published({ endsAt: at(30) })
    expect(idsOf(await announcements.readActive(at(29)))).toContain(first.id)
    expect(idsOf(await announcements.readActive(at(30)))).not.toContain(first.id)
    expect(idsOf(await announcements.readRecent(at(30)))).toContain(first.id)
  })
})

describe('announcements that start and end by themselves', () => {
  const dueOf = async (id: string, from: number, to: number) =>
    (await due.between(at(from), at(to))).filter(({ subjectId }) => subjectId === id)

  test('stand in the due index with what comes next', async () => {
    const { id } = await published({ startsAt: at(60), endsAt: at(120) })
    expect(await dueOf(id, 0, 240)).toEqual([{ subjectId: id, generation: 1, kind: 'start', dueAt: at(60) }])
    await announcements.wake(id, at(60))
    expect(await dueOf(id, 0, 240)).toEqual([{ subjectId: id, generation: 2, kind: 'end', dueAt: at(120) }])
    await announcements.wake(id, at(121))
    expect(await dueOf(id, 0, 240)).toEqual([])
  })

  test('leave the index when they are resolved, and never enter it without an end', async () => {
    const first = await published({ startsAt: at(60), endsAt: at(120) })
    const change = update(first, { stage: 'resolved', body: 'Off.' }, { now: at(9), by: ines })
    await announcements.save(change, { now: at(9), answer })
    const second = await published()
    expect([...(await dueOf(first.id, 0, 240)), ...(await dueOf(second.id, 0, 240))]).toEqual([])
  })

  test('tell that they started, once, and say no word with it', async () => {
    const { id } = await published({ startsAt: at(60) })
    await Promise.all([announcements.wake(id, at(61)), announcements.wake(id, at(61))])
    await announcements.wake(id, at(62))
    const found = await announcements.read(id)
    expect(found?.announcement).toMatchObject({ version: 1, generation: 2 })
    expect(found?.words).toHaveLength(1)
    const event = await table.get({ pk: `ANN#${id}`, sk: 'T#000002' })
    expect(event).toMatchObject({ type: 'announcement.started', announcementId: id, at: at(61) })
  })

  test('take the next word after they started', async () => {
    const first = await published({ startsAt: at(60) })
    await announcements.wake(first.id, at(60))
    const stale = update(first, { stage: 'monitoring', body: 'Old.' }, { now: at(61), by: ines })
    await expect(announcements.save(stale, { now: at(61), answer })).rejects.toMatchObject({ code: 'stale' })
    const found = await announcements.read(first.id)
    if (!found) throw new Error('It is there.')
    const change = update(
      found.announcement,
      { stage: 'monitoring', body: 'New.' },
      { now: at(61), by: ines },
    )
    await announcements.save(change, { now: at(61), answer })
    expect((await announcements.read(first.id))?.announcement.version).toBe(2)
  })

  test('that do not exist cannot be woken', async () => {
    await expect(announcements.wake('ann_none', now)).rejects.toThrow('ann_none')
  })
})
