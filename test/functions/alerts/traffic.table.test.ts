import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wakeStorm } from '../../../functions/alerts/storm.ts'
import { openTraffic, type Traffic } from '../../../functions/alerts/traffic-store.ts'
import { after, minutes, seconds } from '../../../functions/runtime/instant.ts'
import { openTable, type Table } from '../../../functions/runtime/table.ts'
import { createTable } from '../../support/table.ts'

let table: Table
let traffic: Traffic
let stop: () => void
beforeAll(async () => {
  const { name, client } = await createTable()
  table = openTable(name, client)
  traffic = openTraffic(table)
  stop = () => client.destroy()
})
afterAll(() => stop())

const start = '2026-11-28T08:00:10.000Z'
const note = (sourceId: string, requests: number, at = start) =>
  traffic.noteTraffic(sourceId, { requests, accepted: requests * 2, at })
const eventsOf = (sourceId: string) =>
  table.queryAll({
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :events)',
    ExpressionAttributeValues: { ':pk': `SRC#${sourceId}`, ':events': 'E#' },
  })
const typesOf = async (sourceId: string) => (await eventsOf(sourceId)).map(({ type }) => type)
const dueNow = (sourceId: string) =>
  table.get({ pk: `SRC#${sourceId}`, sk: 'storm' }).then((item) => item?.nextDueAt)

describe('the traffic of a source', () => {
  test('is counted by the hour and in five minutes of the clock', async () => {
    expect([await note('src_a', 2), await note('src_a', 3)]).toEqual([2, 5])
    expect(await note('src_a', 4, after(start, minutes(5)))).toBe(4)
    await traffic.noteRefusal('src_a', 'malformed', start)
    await traffic.noteRefusal('src_a', 'malformed', after(start, minutes(61)))
    const { hours } = await traffic.read('src_a')
    expect(hours).toMatchObject([
      { at: '2026-11-28T09:00:00.000Z', requests: 0, refused: { malformed: 1 } },
      { at: '2026-11-28T08:00:00.000Z', requests: 9, accepted: 18, refused: { malformed: 1 } },
    ])
  })

  test('loses nothing when it is counted from many sides at once', async () => {
    await Promise.all(Array.from({ length: 40 }, () => note('src_b', 1)))
    expect((await traffic.read('src_b')).hours[0]?.requests).toBe(40)
  })

  test('says once a day for each reason that it is refused, whoever counts it', async () => {
    const [one, other] = [openTraffic(table), openTraffic(table)]
    const refuse = (by: Traffic, reason: 'wrong_key' | 'too_large', at = start) =>
      by.noteRefusal('src_refused', reason, at)
    await Promise.all([refuse(one, 'wrong_key'), refuse(other, 'wrong_key')])
    await refuse(one, 'wrong_key', after(start, minutes(5)))
    await refuse(one, 'too_large')
    await refuse(one, 'wrong_key', '2026-11-29T00:00:00.000Z')
    expect((await eventsOf('src_refused')).map(({ type, at, reason }) => [type, at, reason])).toEqual([
      ['source.refusing', start, 'too_large'],
      ['source.refusing', start, 'wrong_key'],
      ['source.refusing', '2026-11-29T00:00:00.000Z', 'wrong_key'],
    ])
    expect((await traffic.read('src_refused')).hours[1]?.refused).toEqual({ wrong_key: 3, too_large: 1 })
  })

  test('says that alerts were left out, and not that the queue failed or that something came twice', async () => {
    await traffic.noteRefusal('src_left', 'unavailable', start)
    await traffic.noteRefusal('src_left', 'replayed', start)
    expect(await typesOf('src_left')).toEqual([])
    const left = [{ reason: 'too_many_labels' as const }, { reason: 'too_many_labels' as const }]
    await traffic.noteLeftOut('src_left', left, start)
    expect((await eventsOf('src_left')).map(({ reason }) => reason)).toEqual(['too_many_labels'])
  })

  test('shows the last request: every refused one, of the accepted one a minute', async () => {
    const capture = (outcome: 'accepted' | 'malformed', text: string, at: string) =>
      openTraffic(table).capture('src_c', { text, outcome, at })
    const shown = async () => (await traffic.captured('src_c'))?.text
    await capture('accepted', 'one', start)
    await capture('accepted', 'two', after(start, seconds(59)))
    expect(await shown()).toBe('one')
    await capture('malformed', 'three', after(start, seconds(59)))
    expect(await shown()).toBe('three')
    await capture('accepted', 'four', after(start, seconds(119)))
    expect(await traffic.captured('src_c')).toEqual({
      ...{ text: 'four', outcome: 'accepted', at: after(start, seconds(119)) },
    })
  })

  test('keeps 64 KB of a request, and says that there was more', async () => {
    await traffic.capture('src_d', { text: 'ü'.repeat(40_000), outcome: 'too_many_labels', at: start })
    const captured = await traffic.captured('src_d')
    expect([captured?.text, captured?.isCut]).toEqual(['ü'.repeat(32_768), true])
  })
})

describe('a storm', () => {
  test('begins once past 300 requests in five minutes, with one event, however many say so', async () => {
    await note('src_s', 300)
    expect(await typesOf('src_s')).toEqual([])
    const elsewhere = openTraffic(table)
    await Promise.all([
      note('src_s', 1),
      elsewhere.noteTraffic('src_s', { requests: 1, accepted: 1, at: start }),
      note('src_s', 200),
    ])
    expect(await typesOf('src_s')).toEqual(['storm.started'])
    expect(await dueNow('src_s')).toBe('2026-11-28T08:05:00.000Z')
    expect(await eventsOf('src_s')).toMatchObject([{ sourceId: 'src_s', at: start, startedAt: start }])
  })

  test('is looked at every five minutes, goes on while it lasts and ends with one event', async () => {
    const at = (minute: number) => after(start, minutes(minute))
    await note('src_t', 301)
    await note('src_t', 400, at(5))
    await wakeStorm('storm_src_t', at(4), { traffic })
    expect(await dueNow('src_t')).toBe('2026-11-28T08:05:00.000Z')
    await wakeStorm('storm_src_t', at(5), { traffic })
    expect([await dueNow('src_t'), await typesOf('src_t')]).toEqual([
      '2026-11-28T08:10:00.000Z',
      ['storm.started'],
    ])
    await wakeStorm('storm_src_t', at(10), { traffic })
    await Promise.all([1, 2].map(() => wakeStorm('storm_src_t', at(15), { traffic })))
    expect(await typesOf('src_t')).toEqual(['storm.ended', 'storm.started'])
    expect(await dueNow('src_t')).toBeUndefined()
    expect(await traffic.storm('src_t')).toMatchObject({ requests: 400, endedAt: at(15) })
  })

  test('can begin again', async () => {
    await note('src_u', 301)
    await wakeStorm('storm_src_u', after(start, minutes(10)), { traffic })
    await note('src_u', 301, after(start, minutes(11)))
    expect((await typesOf('src_u')).filter((type) => type === 'storm.started')).toHaveLength(2)
    expect((await traffic.storm('src_u'))?.endedAt).toBeUndefined()
  })
})
