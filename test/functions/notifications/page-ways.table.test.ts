import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { acknowledge } from '../../../functions/incidents/acknowledge.ts'
import type { NewEvent } from '../../../functions/incidents/change.ts'
import { pageByPlan, pagePeople } from '../../../functions/notifications/page-people.ts'
import { pageThroughQuiet } from '../../../functions/notifications/page-through-quiet.ts'
import type { Post } from '../../../functions/notifications/post.ts'
import type { DomainEvent } from '../../../functions/runtime/event.ts'
import { after as later, minutes, seconds } from '../../../functions/runtime/instant.ts'
import { ok } from '../../../functions/runtime/operation.ts'
import { ana, now } from '../incidents/fixture.ts'
import { eventOf } from './fixture.ts'
import { openPageCase, type PageCase, settings } from './page-case.ts'

let page: PageCase

const raised = (at: string): NewEvent => ({
  ...{ type: 'incident.edited', at, by: ana, channel: 'portal', visibility: 'public' },
  ...{ before: { priority: 'P2' }, after: { priority: 'P1' } },
})

async function raise(at: string): Promise<void> {
  const { incidents, saveIncident } = page.post.services
  const incident = await incidents.readHead(page.id)
  if (!incident) throw new Error('The incident is gone.')
  const change = { before: incident, after: { ...incident, priority: 'P1' as const }, events: [raised(at)] }
  await saveIncident(change, { now: at, settings, answer: () => ok({}) })
}

beforeAll(async () => {
  page = await openPageCase()
})
beforeEach(() => page.begin())

describe('a page', () => {
  test('goes out by every way that is due, and again later by the plan', async () => {
    await page.prefer('ana', { phone: '+4930123456', shiftReminders: [] })
    const event = await page.step(['ana'])
    await pagePeople(event, now, page.post)
    await pagePeople(event, later(now, seconds(40)), page.post)
    expect(page.outbox.sent()).toEqual(['mail ana@example.com', 'sms +4930123456'])
    const [text] = page.outbox.texts
    expect(text?.text).toMatch(/^P1 INC-\d+: You are on .*https:\/\/portal\.example\.com\/a\//)

    expect(await page.wakePlan(later(now, minutes(4)))).toHaveLength(1)
    await page.wakePlan(later(now, minutes(5)))
    const [, due] = await page.wakePlan(later(now, minutes(5)))
    await pageByPlan(due as DomainEvent, later(now, minutes(5)), page.post)
    await pageByPlan(due as DomainEvent, later(now, minutes(6)), page.post)
    expect(page.outbox.sent()).toHaveLength(3)
    expect(page.outbox.texts[1]?.sendKey).toBe(`${page.id}/S:I000001:step-1-again-1:ana:sms`)
  })

  test('by webhook opens the incident: others in the room must not acknowledge in this person’s name', async () => {
    await page.prefer('ana', {
      webhook: { url: 'https://chat.example.com/hook', format: 'json' },
      rules: {
        urgent: [{ channel: 'webhook', delayMinutes: 0 }],
        normal: [{ channel: 'mail', delayMinutes: 0 }],
      },
      shiftReminders: [],
    })
    await pagePeople(await page.step(['ana']), now, page.post)
    const [call] = page.outbox.calls
    expect(call?.body).not.toContain('/a/')
    expect(JSON.parse(call?.body ?? '{}').data.url).toBe(`https://portal.example.com/incidents/${page.id}`)
  })

  test('comes through quiet hours for P1', async () => {
    await page.prefer('ana', { quietHours: { from: '08:00', to: '12:00' }, shiftReminders: [] })
    await pagePeople(await page.step(['ana']), now, page.post)
    expect(page.outbox.sent()).toEqual(['mail ana@example.com'])
  })

  test.each(['08:00', '12:00'])('put off until %s is sent then, though a later step went out', async (to) => {
    await page.begin({ priority: 'P2', next: 3 })
    await page.prefer('ana', { quietHours: { from: '09:00', to }, shiftReminders: [] })
    await pagePeople(await page.step(['ana']), now, page.post)
    expect(page.outbox.sent()).toEqual([])
    const wall = to === '08:00' ? '2026-11-24T07:00:00.000Z' : '2026-11-23T11:00:00.000Z'
    const [, due] = await page.wakePlan(wall)
    await pageByPlan(due as DomainEvent, wall, page.post)
    expect(page.outbox.sent()).toEqual(['mail ana@example.com'])
  })

  test('put off by quiet hours comes at once when the incident becomes P1, and not again in the morning', async () => {
    const [raisedAt, morning] = [later(now, minutes(10)), '2026-11-24T07:00:00.000Z']
    const quietHours = { from: '09:00', to: '08:00', weekdays: ['mon' as const] }
    await page.begin({ priority: 'P2' })
    await page.prefer('ana', { quietHours, shiftReminders: [] })
    await pagePeople(await page.step(['ana', 'ben']), now, page.post)
    expect(page.outbox.sent()).toEqual(['mail ben@example.com'])

    const edited = { ...eventOf('incident.edited'), pk: page.id, at: raisedAt, after: { priority: 'P1' } }
    await pageThroughQuiet(edited, raisedAt, page.post.services)
    expect(await page.wakePlan(raisedAt)).toHaveLength(1)

    await raise(raisedAt)
    await Promise.all([1, 2].map(() => pageThroughQuiet(edited, raisedAt, page.post.services)))
    await pageThroughQuiet({ ...edited, after: { title: 'Other words' } }, raisedAt, page.post.services)
    const [, due] = await page.wakePlan(raisedAt)
    expect(due).toMatchObject({ type: 'plan.due', at: raisedAt })
    expect(await page.wakePlan(morning)).toHaveLength(2)
    await pageByPlan(due as DomainEvent, raisedAt, page.post)
    expect(page.outbox.sent()).toEqual(['mail ben@example.com', 'mail ana@example.com'])
  })

  describe('of an incident that becomes P1 while its plans are being kept', () => {
    const raisedAt = later(now, seconds(1))
    const quietHours = { from: '09:00', to: '08:00', weekdays: ['mon' as const] }

    /** The post in which somebody raises the incident, and that is worked through, right before a plan is kept. */
    function raisingFirst(): Post {
      const { services } = page.post
      const edited = { ...eventOf('incident.edited'), pk: page.id, at: raisedAt, after: { priority: 'P1' } }
      return {
        ...page.post,
        services: {
          ...services,
          pagePlans: {
            ...services.pagePlans,
            async add(plan, at) {
              await raise(raisedAt)
              await pageThroughQuiet(edited, raisedAt, services)
              await services.pagePlans.add(plan, at)
            },
          },
        },
      }
    }

    beforeEach(async () => {
      await page.begin({ priority: 'P2' })
      await page.prefer('ana', { quietHours, shiftReminders: [] })
    })

    test('comes at once', async () => {
      await pagePeople(await page.step(['ana']), raisedAt, raisingFirst())
      const [, due] = await page.wakePlan(raisedAt)
      expect(due).toMatchObject({ type: 'plan.due', at: raisedAt })
      await pageByPlan(due as DomainEvent, raisedAt, page.post)
      expect(page.outbox.sent()).toEqual(['mail ana@example.com'])
    })

    test('comes at once also when the first try broke off before it looked', async () => {
      await page.prefer('ana', {
        ...{ quietHours, shiftReminders: [] },
        rules: {
          urgent: [{ channel: 'mail', delayMinutes: 1 }],
          normal: [{ channel: 'mail', delayMinutes: 0 }],
        },
      })
      const event = await page.step(['ana'])
      const post = raisingFirst()
      const { pagePlans } = post.services
      const endQuiet = () => Promise.reject(new Error('crash'))
      const crashing = { ...post, services: { ...post.services, pagePlans: { ...pagePlans, endQuiet } } }
      await expect(pagePeople(event, raisedAt, crashing)).rejects.toThrow('crash')
      await pagePeople(event, raisedAt, page.post)
      const [, due] = await page.wakePlan(raisedAt)
      expect(due).toMatchObject({ type: 'plan.due', at: raisedAt })
    })
  })

  test('is not sent by the plan once somebody has acknowledged', async () => {
    await page.prefer('ana', { phone: '+4930123456', shiftReminders: [] })
    await pagePeople(await page.step(['ana']), now, page.post)
    const incident = await page.post.services.incidents.readHead(page.id)
    if (!incident) throw new Error('The incident is gone.')
    const change = acknowledge(
      incident,
      { by: ana, channel: 'sms', now: later(now, minutes(1)) },
      { paging: true },
    )
    await page.post.services.saveIncident(change, {
      now: later(now, minutes(1)),
      settings,
      answer: () => ok({}),
    })
    const [, due] = await page.wakePlan(later(now, minutes(6)))
    await pageByPlan(due as DomainEvent, later(now, minutes(6)), page.post)
    expect(page.outbox.sent()).toHaveLength(2)
    expect(await page.noted()).toContain('ana sms suppressed')
    await page.bounce('ana', later(now, minutes(7)))
    expect(await page.undelivered()).toEqual([])
  })

  test('reaches more than a hundred people', async () => {
    const crowd = Array.from({ length: 130 }, (_, n) => `p${n}`)
    const person = { roles: ['agent' as const], locale: 'en' as const, zone: 'UTC' }
    await Promise.all(
      crowd.map((who) =>
        page.post.services.people.write({ id: who, name: who, email: `${who}@example.com`, ...person }),
      ),
    )
    await pagePeople(await page.step(crowd), now, page.post)
    expect(page.outbox.sent()).toHaveLength(130)
  })

  test('sends again under the same key in each channel after a crash between send and mark', async () => {
    await page.prefer('ana', { phone: '+4930123456', shiftReminders: [] })
    const event = await page.step(['ana'])
    const crashing = { ...page.post.claims, settle: () => Promise.reject(new Error('crash')) }
    await expect(pagePeople(event, now, { ...page.post, claims: crashing })).rejects.toThrow('crash')
    await expect(pagePeople(event, later(now, seconds(5)), page.post)).rejects.toThrow('being sent')
    await pagePeople(event, later(now, minutes(1)), page.post)
    const keys = [...page.outbox.mails, ...page.outbox.texts].map(({ sendKey }) => sendKey)
    expect(keys).toHaveLength(4)
    expect(new Set(keys).size).toBe(2)
  })

  test('is sent once by two workers who get it at the same time', async () => {
    const event = await page.step(['ana', 'ben'])
    await Promise.allSettled([pagePeople(event, now, page.post), pagePeople(event, now, page.post)])
    await pagePeople(event, later(now, minutes(1)), page.post)
    expect(page.outbox.sent().sort()).toEqual(['mail ana@example.com', 'mail ben@example.com'])
  })
})
