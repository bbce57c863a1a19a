import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Incident } from '../../../functions/incidents/incident.ts'
import { tellRekindled } from '../../../functions/notifications/tell-rekindled.ts'
import { type Notices, openNotices } from '../triggers/fixture.ts'
import { eventOf } from './fixture.ts'

let desk: Notices
beforeAll(async () => {
  desk = await openNotices()
  const { teams } = await desk.services.settings.current()
  const members = ['ben', 'chen'].map((id) => ({ id, name: id }))
  const team = { id: 'team_db', name: 'Database', level: 'L3' as const, skills: [], onDemand: false }
  await desk.set({ teams: [...teams, { ...team, members, leadIds: [] }] })
})
beforeEach(() => desk.forget())

const now = '2027-03-01T12:00:00.000Z'
const ana = { id: 'ana', name: 'Ana' }

/** An incident whose alerts fire again. */
async function rekindled(more: Partial<Incident>, alerts = 2) {
  const { pk } = await desk.reported({ title: 'Disk is full', teamId: 'team_db', ...more })
  return eventOf('alert.rekindled', {
    ...{ pk, sk: 'I#000001', visibility: 'internal', by: { kind: 'system' }, after: { alerts } },
  })
}

describe('that it fires again', () => {
  test('is told to whoever has it, once, however often the event comes', async () => {
    const event = await rekindled({ assignee: ana })
    for (let times = 0; times < 2; times++) await tellRekindled(event, now, desk.post)
    expect(desk.recipients()).toEqual(['ana'])
    const [mail] = desk.sent
    expect(mail?.subject).toBe(`[${event.pk}] It fires again: Disk is full`)
    expect(mail?.parts.preview).toBe(`The alerts of ${event.pk} were quiet. Now 2 fire again.`)
    expect(mail?.parts.footer).toEqual([`You get this mail because ${event.pk} is in your hands.`])
    expect(mail?.parts.button?.url).toBe(`https://portal.example.com/incidents/${event.pk}`)
  })

  test('is told to everybody in its team where nobody has it', async () => {
    await tellRekindled(await rekindled({}, 1), now, desk.post)
    expect(desk.recipients()).toEqual(['ben', 'chen'])
    expect(desk.sent[0]?.parts.preview).toContain('Now one fires again.')
    expect(desk.sent[0]?.parts.footer?.[0]).toContain('with your team Database')
  })

  test('is not told to whoever muted it', async () => {
    const event = await rekindled({})
    await desk.services.mutes.set('ben', { id: event.pk }, now)
    await tellRekindled(event, now, desk.post)
    expect(desk.recipients()).toEqual(['chen'])
    expect(await desk.outcomes(event.pk)).toContainEqual([
      'ben',
      'suppressed',
      'It was muted by this person.',
    ])
  })

  test('is told after a mail was refused to whom it did not reach', async () => {
    const event = await rekindled({})
    desk.mail.refused = 'ben'
    await expect(tellRekindled(event, now, desk.post)).rejects.toThrow()
    desk.mail.refused = false
    await tellRekindled(event, now, desk.post)
    expect(desk.recipients()).toEqual(['ben', 'chen'])
  })

  test('is told to nobody once it is over, nor where there is nobody', async () => {
    const over = { state: 'canceled', cancelReason: 'x' } as Partial<Incident>
    await tellRekindled(await rekindled({ ...over, assignee: ana }), now, desk.post)
    await tellRekindled(await rekindled({ teamId: 'team_gone' }), now, desk.post)
    await tellRekindled({ ...(await rekindled({})), pk: 'INC-999999' }, now, desk.post)
    expect(desk.sent).toEqual([])
  })
})
