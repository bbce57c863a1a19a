import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { releaseAll } from '../../../functions/alerts/release-alerts.ts'
import { at, type Desk, host, openDesk, start } from './controls.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.stop())
beforeEach(() => desk.moveTo(start))

const make = (more: object = {}) =>
  desk.ana.post('/silences', {
    ...{ matchers: [host('db1')], reason: 'Disk is on its way', endsAt: at('18:00') },
    ...more,
  })
const wake = (id: string, time: string) => desk.services.silences.wake(id, at(time))
const held = async () =>
  (await desk.services.silences.readActive(new Date().toISOString())).map(({ id }) => id)

describe('a silence', () => {
  test('is made by whoever works here, is theirs, and holds from then on', async () => {
    const { status, body } = await make()
    expect([status, body]).toMatchObject([
      201,
      { state: 'active', owner: { id: 'ana' }, startsAt: start, endsAt: at('18:00') },
    ])
    expect(await held()).toContain(body.id)
    expect((await desk.aud.get(`/silences/${body.id}`)).body.state).toBe('active')
  })

  test('says what it would hold of the alerts that fire now', async () => {
    await Promise.all([desk.fires('Disk is full', 'db7'), desk.fires('CPU is hot', 'db8')])
    const wouldHold = { count: 1, isComplete: true, examples: [{ title: 'Disk is full', status: 'firing' }] }
    expect((await make({ matchers: [host('db7')] })).body).toMatchObject({ wouldHold })
    const preview = await desk.aud.post('/silences/preview', { matchers: [host('db7')] })
    expect([preview.status, preview.body]).toMatchObject([200, wouldHold])
  })

  test('is not for auditors or requesters to make, and not for requesters to see', async () => {
    const body = { matchers: [host('db1')], reason: 'x', endsAt: at('18:00') }
    const tries = [
      desk.aud.post('/silences', body),
      desk.riley.post('/silences', body),
      desk.riley.get('/silences'),
    ]
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([403, 403, 403])
  })

  test.each([
    ['without matchers', { matchers: [] }, 'matchers'],
    ['of everything', { matchers: [{ label: 'host', op: 'like', value: '*' }] }, 'matchers'],
    ['without a reason', { reason: ' ' }, 'reason'],
    ['without an end', { endsAt: undefined }, 'endsAt'],
    ['for too long', { endsAt: '2027-06-01T00:00:00Z' }, 'endsAt'],
  ])('%s is refused', async (_, more, path) => {
    const { status, body } = await make(more)
    expect([status, body.errors[0]?.path]).toEqual([422, path])
  })

  test('till Monday at nine is meant on the clock of whoever asks', async () => {
    const { body } = await make({ endsAt: undefined, until: { weekday: 'mon', time: '09:00' } })
    expect(body).toMatchObject({ endsAt: '2026-11-30T08:00:00.000Z' })
  })

  test('that is asked for twice with one key is made once', async () => {
    const key = { 'idempotency-key': 'silence-1' }
    const body = { matchers: [host('db9')], reason: 'Once', endsAt: at('18:00') }
    const [first, second] = [
      await desk.ana.post('/silences', body, key),
      await desk.ana.post('/silences', body, key),
    ]
    expect([second.status, second.body.id]).toEqual([201, first.body.id])
  })
})

describe('the end of a silence', () => {
  test('is told an hour before, comes once, whoever wakes it, and lets it be found among those that ended', async () => {
    const { id } = (await make()).body
    await wake(id, '16:59')
    expect(await desk.typesOf(id)).toEqual([])
    await Promise.allSettled([wake(id, '17:00'), wake(id, '17:00'), wake(id, '17:00')])
    expect(await desk.eventsOf(id)).toMatchObject([
      { type: 'silence.ending', silenceId: id, silence: { owner: { id: 'ana' } } },
    ])
    await Promise.allSettled([wake(id, '18:00'), wake(id, '18:00')])
    await wake(id, '19:00')
    expect(await desk.typesOf(id)).toEqual(['silence.ending', 'silence.ended'])
    desk.moveTo(at('19:00'))
    expect(await held()).not.toContain(id)
    expect((await desk.ana.get(`/silences/${id}`)).body.state).toBe('ended')
  })

  test('stands in the index of what is due, and no more once it is over', async () => {
    const { id } = (await make()).body
    const itemOf = (pk: string) => desk.services.table.get({ pk, sk: id })
    expect(await itemOf('CTL#silence')).toMatchObject({
      id,
      nextDueAt: at('17:00'),
      dueKind: 'silence_ending',
    })
    await wake(id, '18:00')
    expect(await itemOf('CTL#silence')).toBeUndefined()
    expect(await itemOf('CTL#silence#ended')).not.toHaveProperty('dueKey')
  })

  test('comes early when somebody ends it, and then never again', async () => {
    const { id } = (await make()).body
    desk.moveTo(at('13:00'))
    const ended = await desk.omar.post(`/silences/${id}/end`)
    expect([ended.status, ended.body]).toMatchObject([200, { state: 'ended', endedBy: { id: 'omar' } }])
    await wake(id, '18:00')
    expect(await desk.typesOf(id)).toEqual(['silence.ended'])
    expect((await desk.ana.post(`/silences/${id}/end`)).status).toBe(409)
    const { etag } = await desk.ana.get(`/silences/${id}`)
    const late = await desk.ana.patch(`/silences/${id}`, { reason: 'Late' }, { 'if-match': etag })
    expect(late.status).toBe(409)
  })
})

describe('a change of a silence', () => {
  test('prolongs it, over what was seen last', async () => {
    const { etag, body } = await make()
    const change = (reply: string) =>
      desk.ana.patch(`/silences/${body.id}`, { endsAt: at('22:00') }, { 'if-match': reply })
    const longer = await change(etag)
    expect([longer.status, longer.body]).toMatchObject([200, { endsAt: at('22:00') }])
    expect((await change(etag)).status).toBe(412)
    expect((await desk.ana.patch(`/silences/${body.id}`, { endsAt: at('22:00') })).status).toBe(428)
    await wake(body.id, '18:00')
    expect(await desk.typesOf(body.id)).toEqual([])
  })

  test('is possible on a page that was opened before the notice', async () => {
    const { etag, body } = await make()
    await wake(body.id, '17:00')
    desk.moveTo(at('17:10'))
    const { status } = await desk.ana.patch(
      `/silences/${body.id}`,
      { endsAt: at('22:00') },
      { 'if-match': etag },
    )
    expect(status).toBe(200)
  })

  test('that makes it hold less sets free what it held, and it goes on', async () => {
    const { etag, body } = await make()
    const matchers = [host('db1'), { label: 'disk', op: 'is', value: 'sda' }]
    await desk.ana.patch(`/silences/${body.id}`, { matchers }, { 'if-match': etag })
    expect(await desk.eventsOf(body.id)).toMatchObject([{ type: 'silence.ended', cause: 'narrowed' }])
    expect(await held()).toContain(body.id)
  })
})

describe('alerts under a silence', () => {
  test('are held by it, and are listed with it', async () => {
    const { id } = (await make({ matchers: [host('db5')] })).body
    await desk.fires('Fan is loud', 'db5')
    const listed = await desk.aud.get(`/silences/${id}/alerts`)
    expect(listed.body.items).toMatchObject([{ title: 'Fan is loud', heldBy: 'silence' }])
    expect((await desk.aud.get('/silences/sil_none/alerts')).status).toBe(404)
  })

  test('go on their way as far as it holds them no more, and wholly once it is ended', async () => {
    const { body, etag } = await make({ matchers: [host('db6')] })
    await desk.fires('Disk a', 'db6', { disk: 'a' })
    await desk.fires('Disk b', 'db6', { disk: 'b' })
    const heldNow = async () => {
      await releaseAll(body.id, desk.services)
      const { items } = (await desk.aud.get(`/silences/${body.id}/alerts`)).body
      return items.map(({ title }) => title)
    }
    expect((await heldNow()).sort()).toEqual(['Disk a', 'Disk b'])
    const matchers = [host('db6'), { label: 'disk', op: 'is', value: 'a' }]
    await desk.ana.patch(`/silences/${body.id}`, { matchers }, { 'if-match': etag })
    expect(await heldNow()).toEqual(['Disk a'])
    await desk.ana.post(`/silences/${body.id}/end`)
    expect(await heldNow()).toEqual([])
  })
})

describe('the list of silences', () => {
  test('shows those that hold, those that ended, or all, in pages that leave nothing out', async () => {
    const made: string[] = []
    for (let count = 0; count < 5; count++) {
      desk.moveTo(at(`12:1${count}`))
      made.push((await make()).body.id)
    }
    for (const id of made.slice(0, 3)) await desk.ana.post(`/silences/${id}/end`)
    const read = async (state: string) => {
      const found: string[] = []
      let cursor: string | undefined
      do {
        const { body } = await desk.aud.get(
          `/silences?state=${state}&limit=2${cursor ? `&cursor=${cursor}` : ''}`,
        )
        found.push(...body.items.map(({ id }) => id))
        cursor = body.nextCursor
      } while (cursor)
      return found
    }
    const [active, ended, all] = [await read('active'), await read('ended'), await read('all')]
    expect(active.slice(0, 2)).toEqual([made[4], made[3]])
    expect(ended.slice(0, 3)).toEqual([made[2], made[1], made[0]])
    expect(all).toEqual([...active, ...ended])
    expect(new Set(all).size).toBe(all.length)
  })
})
