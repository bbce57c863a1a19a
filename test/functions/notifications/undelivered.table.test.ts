import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { escalationOf } from '../../../functions/escalation/slice.ts'
import { pageByPlan, pagePeople } from '../../../functions/notifications/page-people.ts'
import { NotTaken } from '../../../functions/notifications/refused.ts'
import type { Preferences } from '../../../functions/preferences/preferences.ts'
import type { DomainEvent } from '../../../functions/runtime/event.ts'
import { after as later, minutes, seconds } from '../../../functions/runtime/instant.ts'
import { now } from '../incidents/fixture.ts'
import { openPageCase, type PageCase } from './page-case.ts'

let page: PageCase

const byMailAndWebhook: Preferences = {
  webhook: { url: 'https://hooks.example.com/ana', format: 'json' },
  rules: {
    urgent: [
      { channel: 'mail', delayMinutes: 0 },
      { channel: 'webhook', delayMinutes: 0 },
    ],
    normal: [{ channel: 'mail', delayMinutes: 0 }],
  },
  shiftReminders: [],
}

beforeAll(async () => {
  page = await openPageCase()
})
beforeEach(() => page.begin())

describe('an undelivered step', () => {
  test('lets the next one come at once when the only recipient’s mail bounced, once', async () => {
    await pagePeople(await page.step(['ana']), now, page.post)
    await page.bounce('ana')
    await page.bounce('ana')
    expect(await page.undelivered()).toMatchObject([
      { after: { step: 1, round: 1, failures: [{ id: 'ana', channel: 'mail', note: 'bounced' }] } },
    ])
    const incident = await page.post.services.incidents.readHead(page.id)
    expect(incident?.timers.escalation).toBe(later(now, seconds(30)))
    expect(incident && escalationOf(incident)?.undelivered).toBe(true)
  })

  test('is none while one of two recipients may have it', async () => {
    await pagePeople(await page.step(['ana', 'ben']), now, page.post)
    await page.bounce('ana')
    expect(await page.undelivered()).toEqual([])
    await page.bounce('ben')
    expect(await page.undelivered()).toHaveLength(1)
  })

  test('is none while another way of the same person is open or still to come', async () => {
    await page.prefer('ana', {
      phone: '+4930123456',
      rules: {
        urgent: [
          { channel: 'mail', delayMinutes: 0 },
          { channel: 'sms', delayMinutes: 5 },
        ],
        normal: [{ channel: 'mail', delayMinutes: 0 }],
      },
      shiftReminders: [],
    })
    await pagePeople(await page.step(['ana']), now, page.post)
    await page.bounce('ana')
    expect(await page.undelivered()).toEqual([])

    page.outbox.fail('sms', Object.assign(new Error('The number opted out.'), { name: 'OptedOut' }))
    const [, due] = await page.wakePlan(later(now, minutes(5)))
    await pageByPlan(due as DomainEvent, later(now, minutes(5)), page.post)
    expect(await page.undelivered()).toHaveLength(1)
  })

  test('is one at once when nobody can be told in any way', async () => {
    await pagePeople(await page.step(['nobody']), now, page.post)
    expect(await page.undelivered()).toMatchObject([
      { after: { failures: [{ id: 'nobody', note: 'unknown_person' }] } },
    ])
  })

  test('is one at once when the only recipient does not work here any more, who is not told either', async () => {
    await page.add('dana', [])
    await pagePeople(await page.step(['dana']), now, page.post)
    expect(page.outbox.sent()).toEqual([])
    expect(await page.noted()).toEqual(['dana mail suppressed'])
    expect(await page.undelivered()).toMatchObject([
      { after: { failures: [{ id: 'dana', note: 'may_not_read' }] } },
    ])
  })

  test('is one when the address is none', async () => {
    const error = Object.assign(new Error('Illegal address'), { name: 'InvalidParameterValue' })
    page.outbox.fail('mail', error)
    await pagePeople(await page.step(['ana']), now, page.post)
    expect(await page.noted()).toEqual(['ana mail failed'])
    expect(await page.undelivered()).toHaveLength(1)
  })

  test('is one when nobody can say whether it arrived, after two copies at most', async () => {
    const event = await page.step(['ana'])
    const copies: string[] = []
    const answering = (work: () => void) => ({
      ...page.post,
      mailer: {
        send: async ({ sendKey }: { sendKey: string }) => {
          work()
          copies.push(sendKey)
          throw new Error('socket hang up')
        },
      },
    })
    const refusing = () => {
      throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
    }
    const attempt = (minute: number, work: () => void = () => undefined) =>
      pagePeople(event, { now: later(now, minutes(minute)) }, answering(work))

    await expect(attempt(0)).rejects.toThrow('hang up')
    for (const minute of [1, 2, 3]) await expect(attempt(minute, refusing)).rejects.toThrow('refused')
    await expect(attempt(4)).rejects.toThrow('hang up')
    expect(await page.undelivered()).toEqual([])
    await attempt(5)
    await attempt(6)
    expect(copies).toHaveLength(2)
    expect(await page.noted()).toEqual(['ana mail failed'])
    expect(await page.undelivered()).toMatchObject([{ after: { failures: [{ note: 'unknown_outcome' }] } }])
  })

  test.each([502, 503])(
    'calls a webhook that answers %i as often as is known not to repeat it',
    async (status) => {
      await page.prefer('ana', byMailAndWebhook)
      page.outbox.fail('mail', Object.assign(new Error('Illegal address'), { name: 'InvalidParameterValue' }))
      const event = await page.step(['ana'])
      let calls = 0
      const said = `The webhook answered ${status}.`
      const hooks = {
        post: () => {
          calls++
          return Promise.reject(status === 503 ? new NotTaken(said) : new Error(said))
        },
      }
      for (let minute = 0; minute < 5; minute++)
        await pagePeople(event, later(now, minutes(minute)), { ...page.post, hooks }).catch(() => undefined)
      expect(calls).toBe(status === 503 ? 5 : 2)
      expect(await page.undelivered()).toHaveLength(status === 503 ? 0 : 1)
    },
  )

  test('is one when the mail came back while the webhook, which then failed, was still called', async () => {
    await page.prefer('ana', byMailAndWebhook)
    const event = await page.step(['ana'])
    const hooks = {
      async post() {
        await expect.poll(() => page.noted(), { interval: 5 }).toContain('ana mail sent')
        await page.bounce('ana')
        return { taken: false as const, note: 'http_404' }
      },
    }
    await pagePeople(event, now, { ...page.post, hooks })
    expect(await page.noted()).toEqual(['ana mail bounced', 'ana webhook failed'])
    expect(await page.undelivered()).toHaveLength(1)
  })

  test('is none when the mail was complained about, for it arrived', async () => {
    await pagePeople(await page.step(['ana']), now, page.post)
    await page.bounce('ana', now, 'complained')
    expect(await page.noted()).toEqual(['ana mail complained'])
    expect(await page.undelivered()).toEqual([])
  })

  test('is one after the last try, and is sent after all when it is sent again by hand', async () => {
    const event = await page.step(['ana'])
    page.outbox.fail('mail', new NotTaken('The mail service is away.'))
    await expect(pagePeople(event, { now, last: false }, page.post)).rejects.toThrow('away')
    expect(await page.undelivered()).toEqual([])
    await expect(pagePeople(event, { now: later(now, minutes(20)), last: true }, page.post)).rejects.toThrow(
      'away',
    )
    expect(await page.noted()).toEqual(['ana mail failed'])
    expect(await page.undelivered()).toHaveLength(1)

    page.outbox.mend()
    await pagePeople(event, later(now, minutes(25)), page.post)
    expect(await page.noted()).toEqual(['ana mail sent'])
  })
})
