import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { editedSilence, type Silence, silence, wokenSilence } from '../../../functions/alerts/silence.ts'
import {
  tellFlapping,
  tellRefusing,
  tellSilenceEnding,
  tellStorm,
} from '../../../functions/notifications/tell-alert-news.ts'
import { ok } from '../../../functions/runtime/operation.ts'
import type { Item } from '../../../functions/runtime/table.ts'
import { type Notices, openNotices } from '../triggers/fixture.ts'

let desk: Notices
beforeAll(async () => {
  desk = await openNotices()
})
beforeEach(() => desk.forget())

const now = '2027-03-01T12:00:00.000Z'
const member = (id: string) => ({ id, name: id })
const team = (leadIds: string[]) => ({
  ...{ id: 'team_db', name: 'Database', level: 'L3' as const, skills: [], onDemand: false },
  ...{ members: [member('ana'), member('ben')], leadIds },
})
const setTeam = async (leadIds: string[]) => {
  const { teams } = await desk.services.settings.current()
  await desk.set({ teams: [...teams.filter(({ id }) => id !== 'team_db'), team(leadIds)] })
}

describe('an alert that comes and goes', () => {
  const event = (sk: string) => ({
    ...{ pk: 'alr_src_prom.00', sk, type: 'alert.flapping', at: now, alertId: 'alr_src_prom.00' },
    ...{ title: 'Disk is full', sourceId: 'src_prom', teamId: 'team_db', changes: 4, minutes: 30 },
  })

  test('is told to the leads of its team once, however often the event comes, and again the next time', async () => {
    await setTeam(['chen'])
    for (const one of [event('E#00000007'), event('E#00000007'), event('E#00000012')]) {
      await tellFlapping(one, now, desk.post)
    }
    expect(desk.recipients()).toEqual(['chen', 'chen'])
    expect(desk.sent[0]?.subject).toBe('Comes and goes: Disk is full')
  })

  test('is told to everybody in a team that nobody leads', async () => {
    await setTeam([])
    await tellFlapping(event('E#00000020'), now, desk.post)
    expect(desk.recipients()).toEqual(['ana', 'ben'])
  })

  test('of a team that is gone is told to nobody', async () => {
    await tellFlapping({ ...event('E#00000030'), teamId: 'team_gone' }, now, desk.post)
    expect(desk.sent).toEqual([])
  })

  test('goes on after one mail was refused, to whom it did not reach', async () => {
    await setTeam([])
    desk.mail.refused = 'ana'
    await expect(tellFlapping(event('E#00000040'), now, desk.post)).rejects.toThrow()
    desk.mail.refused = false
    await tellFlapping(event('E#00000040'), now, desk.post)
    expect(desk.recipients()).toEqual(['ana', 'ben'])
  })
})

describe('a storm', () => {
  const event = (startedAt: string) => ({
    ...{ pk: 'SRC#src_prom', sk: `E#${startedAt}#storm.started`, type: 'storm.started', at: startedAt },
    ...{ sourceId: 'src_prom', startedAt, requests: 301 },
  })

  test('is told to the leads of its team and to administrators, each once a storm', async () => {
    await setTeam(['chen', 'omar'])
    const treatment = { teamId: 'team_db' }
    await desk.set({
      alertSources: [{ id: 'src_prom', name: 'Prometheus', kind: 'alertmanager', treatment }],
    })
    for (const at of [now, now]) await tellStorm(event(at), now, desk.post)
    expect(desk.recipients()).toEqual(['chen', 'olga', 'omar'])
    expect(desk.sent[0]?.subject).toBe('Very many alerts from Prometheus')
    await tellStorm(event('2027-03-02T12:00:00.000Z'), now, desk.post)
    expect(desk.sent).toHaveLength(6)
  })

  test('of a source that is gone is told to administrators', async () => {
    await tellStorm({ ...event(now), sourceId: 'src_gone' }, now, desk.post)
    expect(desk.recipients()).toEqual(['olga', 'omar'])
  })
})

describe('a source that is refused', () => {
  const event = (reason: string, at = now) => ({
    ...{ pk: 'SRC#src_prom', sk: `E#${at.slice(0, 10)}#source.refusing#${reason}`, type: 'source.refusing' },
    ...{ at, sourceId: 'src_prom', reason },
  })

  test('is told to administrators, each once for a reason and a day, however often it comes', async () => {
    await desk.set({
      alertSources: [{ id: 'src_prom', name: 'Prometheus', kind: 'alertmanager', treatment: {} }],
    })
    for (const one of [event('wrong_key'), event('wrong_key')]) await tellRefusing(one, now, desk.post)
    expect(desk.recipients()).toEqual(['olga', 'omar'])
    expect(desk.sent[0]?.subject).toBe('We could not take what Prometheus sent')
    expect(desk.sent[0]?.parts.button?.url).toBe('https://portal.example.com/alerts/sources/src_prom')
    await tellRefusing(event('too_large'), now, desk.post)
    expect(desk.sent).toHaveLength(4)
    await tellRefusing(event('wrong_key', '2027-03-02T00:00:00.000Z'), now, desk.post)
    expect(desk.sent).toHaveLength(6)
  })

  test.each(['unavailable', 'replayed'])('because it is %s is told to nobody', async (reason) => {
    await tellRefusing(event(reason), now, desk.post)
    expect(desk.sent).toEqual([])
  })
})

describe('a silence that ends in an hour', () => {
  const endsAt = '2027-03-01T18:00:00.000Z'
  const due = '2027-03-01T17:00:00.000Z'

  /** A stored silence, and the event that it is about to end. */
  async function ending(id: string, owner = 'ana'): Promise<{ one: Silence; event: Item }> {
    const request = { matchers: [{ label: 'host', op: 'is' as const, value: 'db1' }], reason: 'Disk', endsAt }
    const made = silence(request, { id, owner: member(owner), now, zone: 'UTC' })
    await desk.services.silences.save(made, { now, answer: () => ok(undefined) })
    await desk.services.silences.wake(id, due)
    const [event] = await desk.eventsAt(id)
    if (!event) throw new Error('It did not say that it ends.')
    return { one: (await desk.services.silences.read(id)) ?? made.after, event }
  }

  test('is told to whose it is, once', async () => {
    const { event } = await ending('sil_once')
    for (let times = 0; times < 2; times++) await tellSilenceEnding(event, due, desk.post)
    expect(desk.recipients()).toEqual(['ana'])
    expect(desk.sent[0]?.parts.button?.url).toBe('https://portal.example.com/alerts/silences/sil_once')
    expect(desk.sent[0]?.parts.preview).toContain('It holds nothing back at the moment.')
  })

  test('is not told of when it was prolonged or ended since', async () => {
    const { one, event } = await ending('sil_longer')
    const longer = editedSilence(one, { endsAt: '2027-03-01T22:00:00Z' }, { now: due, zone: 'UTC' })
    await desk.services.silences.save(longer, { now: due, answer: () => ok(undefined) })
    await tellSilenceEnding(event, due, desk.post)
    expect(desk.sent).toEqual([])
    expect(await desk.outcomes('sil_longer')).toEqual([['ana', 'suppressed', 'It had been changed by then.']])
  })

  test('is not told of when it is over, nor to somebody who is gone', async () => {
    const { one, event } = await ending('sil_late')
    expect(wokenSilence(one, endsAt)?.events).toHaveLength(1)
    await tellSilenceEnding(event, '2027-03-01T18:00:00.000Z', desk.post)
    const gone = await ending('sil_gone', 'zoe')
    await tellSilenceEnding(gone.event, due, desk.post)
    expect(desk.sent).toEqual([])
    expect((await desk.outcomes('sil_gone')).map(([who, status]) => [who, status])).toEqual([
      ['zoe', 'suppressed'],
    ])
  })
})
