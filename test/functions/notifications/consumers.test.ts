import { describe, expect, test } from 'vitest'
import { askRequester } from '../../../functions/notifications/ask-requester.ts'
import { pagePeople } from '../../../functions/notifications/page-people.ts'
import { tellRequester } from '../../../functions/notifications/tell-requester.ts'
import { days, after as later, minutes } from '../../../functions/runtime/instant.ts'
import { incidentIn, now, riley } from '../incidents/fixture.ts'
import { eventOf, memoryPost, stepEvent } from './fixture.ts'

const reported = eventOf('incident.reported', { sk: 'E#000001', seq: 1, by: riley, text: 'No mail.' })
const paging = incidentIn('new', {
  slices: { escalation: { policyId: 'pol', steps: [], next: 1, status: 'running' } },
})

describe('telling the requester', () => {
  test('sends once for an event that comes twice', async () => {
    const { post, sent } = memoryPost(incidentIn('new'))
    await tellRequester(reported, now, post)
    await tellRequester(reported, now, post)
    expect(sent.map(({ sendKey }) => sendKey)).toEqual(['INC-000123/S:E000001:reported:riley:mail'])
  })

  test('leaves nothing, not even a line, where monitoring reported it', async () => {
    const { post, sent, claims } = memoryPost(incidentIn('new', { slices: { alerts: { groupId: 'grp_1' } } }))
    await tellRequester(reported, now, post)
    expect(sent).toEqual([])
    expect(claims).toEqual(new Map())
  })

  test('sends one of two copies that come at once; the other comes again', async () => {
    const { post, sent } = memoryPost(incidentIn('new'))
    const outcomes = await Promise.allSettled([
      tellRequester(reported, now, post),
      tellRequester(reported, now, post),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(sent).toHaveLength(1)
  })

  test('tells each event by itself when they come in another order', async () => {
    const { post, sent } = memoryPost(incidentIn('resolved'))
    await tellRequester(
      eventOf('incident.moved', { sk: 'E#000003', after: { state: 'resolved' } }),
      now,
      post,
    )
    await tellRequester(reported, now, post)
    expect(sent.map(({ thread }) => thread)).toEqual(['INC-000123', 'INC-000123'])
    expect(new Set(sent.map(({ sendKey }) => sendKey)).size).toBe(2)
  })

  test('tries again under the same key after a refused mail', async () => {
    const keys: string[] = []
    const { post, sent } = memoryPost(incidentIn('new'), {
      onSend: ({ sendKey }) => {
        if (keys.push(sendKey) === 1) throw new Error('The mail service is away.')
      },
    })
    await expect(tellRequester(reported, now, post)).rejects.toThrow('away')
    await tellRequester(reported, now, post)
    expect(sent).toHaveLength(1)
    expect(new Set(keys).size).toBe(1)
  })
})

describe('paging', () => {
  test('reaches each person of the step once, each with a link of their own', async () => {
    const { post, sent, links } = memoryPost(paging)
    await pagePeople(stepEvent(), now, post)
    await pagePeople(stepEvent(), now, post)
    expect(sent.map(({ to }) => to.address).sort()).toEqual(['ana@example.com', 'ben@example.com'])
    expect(new Set(links).size).toBe(2)
  })

  test('still reaches the others when one mail is refused, and only the one on the next try', async () => {
    let refused = false
    const { post, sent } = memoryPost(paging, {
      onSend: ({ to }) => {
        if (to.name !== 'ana' || refused) return
        refused = true
        throw new Error('refused')
      },
    })
    await expect(pagePeople(stepEvent(), now, post)).rejects.toThrow('refused')
    expect(sent.map(({ to }) => to.name)).toEqual(['ben'])
    await pagePeople(stepEvent(), later(now, minutes(1)), post)
    expect(sent.map(({ to }) => to.name)).toEqual(['ben', 'ana'])
  })

  test('the same link goes out again with a retry', async () => {
    const urls: (string | undefined)[] = []
    const { post } = memoryPost(paging, {
      onSend: ({ parts }) => {
        if (urls.push(parts.button?.url) === 1) throw new Error('timeout')
      },
    })
    const event = stepEvent({ recipients: ['ana'] })
    await expect(pagePeople(event, now, post)).rejects.toThrow()
    await pagePeople(event, now, post)
    expect(urls[0]).toBe(urls[1])
  })

  test('sends nothing and notes why once somebody has acknowledged', async () => {
    const { post, sent, claims, links } = memoryPost({ ...paging, acknowledgedAt: later(now, 1000) })
    await pagePeople(stepEvent(), later(now, minutes(1)), post)
    expect(sent).toEqual([])
    expect(links).toEqual([])
    expect([...claims.values()]).toEqual([
      expect.objectContaining({ status: 'suppressed', note: 'acknowledged' }),
      expect.objectContaining({ status: 'suppressed', note: 'acknowledged' }),
    ])
  })
})

describe('asking how it went', () => {
  const request = { requestedAt: now, expiresAt: later(now, days(14)) }
  const event = eventOf('survey.requested', { sk: 'I#000004', visibility: 'internal', after: request })
  const asked = incidentIn('resolved', { slices: { survey: { status: 'requested', ...request } } })

  test('mails five links that only open the page, once', async () => {
    const { post, sent, asked: stored } = memoryPost(asked)
    await askRequester(event, now, post)
    await askRequester(event, now, post)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.parts.choices?.map(({ url }) => url.replace(/surveys\/[^?]+/, 'surveys/T'))).toEqual(
      [1, 2, 3, 4, 5].map((rating) => `https://portal.example.com/surveys/T?rating=${rating}`),
    )
    expect(stored).toEqual([{ tokenHash: expect.any(String), ...request }])
  })

  test('asks nothing of a requester who muted the incident', async () => {
    const { post, sent, claims, asked: stored, muted } = memoryPost(asked)
    muted.push('riley')
    await askRequester(event, now, post)
    expect([sent, stored]).toEqual([[], []])
    expect([...claims.values()]).toEqual([expect.objectContaining({ status: 'suppressed', note: 'muted' })])
  })

  test.each([
    ['was taken back', { status: 'withdrawn', ...request }, 'withdrawn'],
    ['was put again', { status: 'requested', ...request, requestedAt: later(now, 1) }, 'withdrawn'],
  ])('asks nothing when the question %s meanwhile', async (_, survey, note) => {
    const { post, sent, claims, asked: stored } = memoryPost({ ...asked, slices: { survey } })
    await askRequester(event, now, post)
    expect([sent, stored]).toEqual([[], []])
    expect([...claims.values()]).toEqual([expect.objectContaining({ status: 'suppressed', note })])
  })
})
