import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DomainEvent } from '../../../functions/runtime/event.ts'
import { turned } from '../../../functions/triggers/own.ts'
import { tellMatches } from '../../../functions/triggers/tell-matches.ts'
import { ana, now } from '../incidents/fixture.ts'
import { eventOf } from '../notifications/fixture.ts'
import { type Notices, openNotices, wish } from './fixture.ts'

let desk: Notices

beforeAll(async () => {
  desk = await openNotices()
})
beforeEach(() => desk.forget())

const tell = (event: DomainEvent) => tellMatches(event, now, desk.post)

describe('an event', () => {
  test('is told to whoever asked for it, with what happened, why, and a link', async () => {
    await desk.wants('ben', wish({ where: { priorities: ['P1'] } }))
    await desk.wants('omar', wish({ where: { priorities: ['P5'] } }))
    const event = await desk.reported()
    await tell(event)
    expect(desk.recipients()).toEqual(['ben'])
    expect(desk.sent[0]).toMatchObject({
      subject: `[${event.pk}] Reported, P1: Mail does not arrive`,
      parts: {
        paragraphs: [`Riley reported ${event.pk}.`],
        button: { url: `https://portal.example.com/incidents/${event.pk}` },
        footer: [expect.stringContaining('Urgent ones'), expect.anything()],
      },
    })
  })

  test('is told once, however often and in whatever order it comes, and whatever else it sets off', async () => {
    await desk.wants(
      'ben',
      wish(),
      wish({ id: 'trg_2', on: ['reported', 'commented'], where: { priorities: ['P1'] } }),
    )
    const event = await desk.reported()
    const comment = {
      ...eventOf('incident.commented', { by: ana, text: 'Hello' }),
      pk: event.pk,
      sk: 'E#000002',
    }
    await tell(comment)
    await Promise.allSettled([tell(event), tell(event)])
    await tell(event)
    await tell(comment)
    expect(desk.sent.map(({ subject }) => subject).sort()).toEqual([
      `[${event.pk}] New comment, P1: Mail does not arrive`,
      `[${event.pk}] Reported, P1: Mail does not arrive`,
    ])
  })

  test('is told once in each way that different triggers ask for', async () => {
    await desk.prefers('chen', { phone: '+4930123456' })
    await desk.wants(
      'chen',
      wish(),
      wish({ id: 'trg_2', channel: 'sms' }),
      wish({ id: 'trg_3', channel: 'sms' }),
    )
    await desk.wants('omar', wish(), wish({ id: 'trg_2', channel: 'sms' }))
    const event = await desk.reported()
    await tell(event)
    await tell(event)
    expect(desk.recipients()).toEqual(['chen', 'omar'])
    expect(desk.texts).toHaveLength(1)
  })

  test('is not told to whoever did it, nor to requesters whom it is no matter of', async () => {
    for (const who of ['riley', 'sam', 'ana']) await desk.wants(who, wish({ on: ['reported', 'escalated'] }))
    const event = await desk.reported({ watchers: [] })
    await tell(event)
    expect(desk.recipients()).toEqual(['ana'])
    await tell({
      ...eventOf('escalation.level', { by: { kind: 'system' }, visibility: 'internal', text: 'Secret' }),
      ...{ pk: event.pk, sk: 'I#000001' },
    })
    expect(desk.recipients()).toEqual(['ana', 'ana'])
  })

  test('is told to a requester who was asked to watch', async () => {
    await desk.wants('sam', wish({ where: { mine: 'watching' } }))
    await tell(await desk.reported({ watchers: [{ id: 'sam', name: 'Sam' }] }))
    expect(desk.recipients()).toEqual(['sam'])
  })

  test('is told to those whose role brings it, unless they turned it off or have it from a trigger of their own', async () => {
    await desk.byRole([
      { ...wish({ id: 'trg_role', name: 'For agents' }), roles: ['agent', 'administrator'] },
      { ...wish({ id: 'trg_own', where: { mine: 'team' } }), roles: ['requester'] },
    ])
    await desk.wants('ben', wish({ name: 'Mine' }))
    const { triggers } = desk.services
    const own = await triggers.ofPerson('omar')
    await triggers.save('omar', own, turned(own, 'trg_role', false))
    const event = await desk.reported()
    await tell(event)
    expect(desk.recipients()).toEqual(['ana', 'ben', 'chen', 'olga'])
    const footers = desk.sent.map(({ to, parts }) => [to.name, parts.footer[0]]).sort()
    expect(footers.slice(0, 2)).toEqual([
      ['ana', 'You get this because of the trigger “For agents”, which your role brings.'],
      ['ben', 'You get this because of your trigger “Mine”.'],
    ])
  })

  test('names a trigger of a role in the language of each reader, and in both on the record', async () => {
    const name = { en: 'Urgent reports', de: 'Dringende Meldungen' }
    await desk.byRole([{ ...wish(), name, roles: ['administrator'] }])
    const { people, notifications } = desk.services
    const olga = await people.read('olga')
    if (!olga) throw new Error('Olga is there.')
    await people.write({ ...olga, locale: 'de' })
    const event = await desk.reported()
    await tell(event)
    await people.write(olga)
    expect(desk.sent.map(({ to, parts }) => [to.name, parts.footer[0]]).sort()).toEqual([
      ['olga', expect.stringContaining('„Dringende Meldungen“')],
      ['omar', expect.stringContaining('“Urgent reports”')],
    ])
    expect((await notifications.ofIncident(event.pk))[0]?.reason).toEqual({
      en: 'A trigger that their role brings: “Urgent reports”.',
      de: 'Ein Auslöser, der zur Rolle gehört: „Dringende Meldungen“.',
    })
  })

  test('that no trigger of a role is for reads none of the rosters', async () => {
    await desk.byRole([{ ...wish({ where: { priorities: ['P5'] } }), roles: ['agent'] }])
    const event = await desk.reported()
    const people = {
      ...desk.services.people,
      withRole() {
        throw new Error('A roster was read.')
      },
    }
    await tellMatches(event, now, { ...desk.post, services: { ...desk.services, people } })
    expect(desk.sent).toEqual([])
  })

  test('is not told to somebody who muted the incident, and the record says so', async () => {
    await desk.wants('ben', wish())
    const event = await desk.reported()
    await desk.services.mutes.set('ben', { id: event.pk }, now)
    await tell(event)
    expect(desk.sent).toEqual([])
    expect(await desk.outcomes(event.pk)).toEqual([['ben', 'suppressed', 'It was muted by this person.']])
  })

  test('is told to everybody behind one whom it does not reach, who is given up with the last try', async () => {
    const everybody = ['ana', 'ben', 'chen', 'olga', 'omar', 'sam']
    await desk.byRole([{ ...wish(), roles: ['agent', 'administrator'] }])
    await desk.wants('sam', wish({ where: { mine: 'watching' } }))
    const event = await desk.reported({ watchers: [{ id: 'sam', name: 'Sam' }] })
    for (const who of everybody) {
      const one = { ...event, sk: `E#00001${everybody.indexOf(who)}` }
      desk.sent.length = 0
      desk.mail.refused = who
      await expect(tellMatches(one, { now, last: true }, desk.post)).rejects.toThrow('refused')
      expect(desk.recipients()).toEqual(everybody.filter((other) => other !== who))
    }
    const failed = (await desk.outcomes(event.pk)).filter(([, status]) => status === 'failed')
    expect(failed.map(([who]) => who).sort()).toEqual(everybody)
  })

  test('comes again when its mail was refused', async () => {
    await desk.wants('ben', wish())
    const event = await desk.reported()
    desk.mail.refused = true
    await expect(tell(event)).rejects.toThrow()
    desk.mail.refused = false
    await tell(event)
    expect(desk.recipients()).toEqual(['ben'])
  })
})
