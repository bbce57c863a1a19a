import { describe, expect, test } from 'vitest'
import { summaryOf } from '../../../functions/status/site.ts'
import { now, story } from '../announcements/fixture.ts'
import { siteWith } from './fixture.ts'

const ids = (stories: { announcement: { id: string } }[]) =>
  stories.map(({ announcement }) => announcement.id)
const resolved = (id: string, at: string, more = {}) =>
  story({ id, ...more }, [{ stage: 'resolved', body: 'Fixed.', at }], at)

describe('the site', () => {
  test('tells only what is for everybody, and takes no state from the rest', () => {
    const hidden = [story({ id: 'a', audience: 'agents' }), story({ id: 's', audience: 'signed_in' })]
    const site = siteWith(hidden, [resolved('r', now, { audience: 'agents' })])
    expect(site).toMatchObject({ state: 'operational', current: [], recent: [] })
  })

  test('puts high priority first, then the newest', () => {
    const old = story({ id: 'old' }, [], '2026-11-23T07:00:00.000Z')
    const high = story({ id: 'high', highPriority: true }, [], '2026-11-23T06:00:00.000Z')
    expect(ids(siteWith([old, story({ id: 'new' }), high]).current)).toEqual(['high', 'new', 'old'])
  })

  test('keeps what is to come apart, and lets it change no state', () => {
    const site = siteWith([story({ startsAt: '2026-11-24T09:00:00Z' })])
    expect([site.state, site.current.length, site.upcoming.length]).toEqual(['operational', 0, 1])
  })

  test('takes over what has come, and says that it changed then', () => {
    const startsAt = '2026-11-24T09:00:00.000Z'
    const site = siteWith([story({ startsAt })], [], startsAt)
    expect(site).toMatchObject({ state: 'major_outage', upcoming: [], updatedAt: startsAt })
  })

  test('forgets what was over 14 days ago', () => {
    const site = siteWith(
      [],
      [resolved('new', '2026-11-10T09:00:00.000Z'), resolved('old', '2026-11-08T09:00:00.000Z')],
    )
    expect(ids(site.recent)).toEqual(['new'])
  })

  test('is summed up for programs', () => {
    expect(summaryOf(siteWith([story()]))).toMatchObject({
      state: 'major_outage',
      components: [
        { id: 'cmp_email', state: 'major_outage' },
        { id: 'cmp_vpn', state: 'operational' },
      ],
      announcements: [{ id: 'ann_1', nextUpdateBy: '2026-11-23T10:00:00.000Z' }],
      updatedAt: now,
    })
  })
})
