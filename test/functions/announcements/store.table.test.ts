import { beforeAll, describe, expect, test } from 'vitest'
import { publish, update } from '../../../functions/announcements/announcement.ts'
import { type Announcements, openAnnouncements } from '../../../functions/announcements/store.ts'
import { once } from '../../../functions/runtime/idempotency.ts'
import { created } from '../../../functions/runtime/operation.ts'
import { openTable } from '../../../functions/runtime/table.ts'
import { createTable } from '../../support/table.ts'
import { ines, now, publication } from './fixture.ts'

let announcements: Announcements
let count = 0

beforeAll(async () => {
  const { name, client } = await createTable()
  announcements = openAnnouncements(openTable(name, client))
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
