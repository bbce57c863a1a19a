import { describe, expect, test } from 'vitest'
import {
  demandKnown,
  isInForce,
  Publication,
  publish,
  update,
} from '../../../functions/announcements/announcement.ts'
import { legalStages, stages } from '../../../functions/announcements/lifecycle.ts'
import { ines, now, outage, publication, story } from './fixture.ts'

const later = '2026-11-23T09:20:00.000Z'

describe('reading a publication', () => {
  test.each([
    ['a title of 161 characters', { title: 'x'.repeat(161) }, 'title'],
    ['an empty title', { title: ' \r\n ' }, 'title'],
    ['a body of 20,001 characters', { body: 'x'.repeat(20_001) }, 'body'],
    ['an unknown stage', { stage: 'panicking' }, 'stage'],
    ['an unknown audience', { audience: 'everyone' }, 'audience'],
    ['an unknown state', { components: [{ id: 'cmp_email', state: 'broken' }] }, 'components.0.state'],
    ['an end that is no instant', { endsAt: 'tomorrow' }, 'endsAt'],
  ])('refuses %s', (_, overrides, path) => {
    const { error } = Publication.safeParse({ ...outage, ...overrides })
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
  })

  test('puts a title on one line and instants into UTC', () => {
    const read = publication({ title: 'Down\r\nBcc: all@example.com', startsAt: '2026-11-23T10:00:00+01:00' })
    expect(read).toMatchObject({ title: 'Down Bcc: all@example.com', startsAt: now, highPriority: false })
  })
})

describe('publish', () => {
  test('starts now unless it says when, with its body as the first word', () => {
    const { before, after, events } = publish(publication(), { id: 'ann_1', now, by: ines })
    expect(before).toBeUndefined()
    expect(after).toMatchObject({ startsAt: now, publishedAt: now, updatedAt: now, version: 1 })
    expect(events).toMatchObject([
      { type: 'announcement.published', seq: 1, text: outage.body, after: { stage: 'investigating' } },
    ])
  })

  test('refuses to end before it starts', () => {
    expect(() =>
      publish(publication({ startsAt: later, endsAt: now }), { id: 'ann_1', now, by: ines }),
    ).toThrow(
      expect.objectContaining({
        code: 'incomplete',
        extras: { errors: [expect.objectContaining({ path: 'endsAt' })] },
      }),
    )
  })
})

describe('update', () => {
  const moves = stages.flatMap((from) =>
    stages.map((to) => ({ from, to, legal: legalStages(from).includes(to) })),
  )

  test.each(moves)('from $from to $to: $legal', ({ from, to, legal }) => {
    const { announcement } = story({ stage: from })
    const change = () => update(announcement, { stage: to, body: 'More.' }, { now: later, by: ines })
    if (!legal) {
      expect(change).toThrow(expect.objectContaining({ code: 'illegal_move', extras: { legalMoves: [] } }))
      return
    }
    expect(change().after).toMatchObject({ stage: to, version: 2, updatedAt: later })
    expect(change().events).toMatchObject([
      {
        type: to === 'resolved' ? 'announcement.resolved' : 'announcement.updated',
        seq: 2,
        before: { stage: from },
        after: { stage: to },
      },
    ])
  })

  test('keeps the components it does not mention, and takes those it does', () => {
    const { announcement } = story()
    const same = update(announcement, { stage: 'identified', body: 'More.' }, { now: later, by: ines })
    expect(same.after.components).toEqual(outage.components)
    const components = [{ id: 'cmp_vpn', state: 'degraded' } as const]
    const other = update(
      announcement,
      { stage: 'identified', body: 'More.', components },
      { now: later, by: ines },
    )
    expect(other.after.components).toEqual(components)
  })

  test('lets the components work again with the resolution', () => {
    const { announcement } = story({}, [{ stage: 'resolved', body: 'Fixed.', at: later }])
    expect(announcement).toMatchObject({
      resolvedAt: later,
      components: [{ id: 'cmp_email', state: 'operational' }],
    })
  })
})

describe('components of an announcement', () => {
  const known = [{ id: 'cmp_email' }, { id: 'cmp_vpn' }]

  test.each([
    [
      'unknown',
      [
        { id: 'cmp_email', state: 'degraded' },
        { id: 'cmp_gone', state: 'degraded' },
      ],
    ],
    [
      'named twice',
      [
        { id: 'cmp_vpn', state: 'degraded' },
        { id: 'cmp_vpn', state: 'operational' },
      ],
    ],
  ] as const)('are refused when one is %s', (_, components) => {
    expect(() => demandKnown(components, known)).toThrow(
      expect.objectContaining({ extras: { errors: [expect.objectContaining({ path: 'components.1.id' })] } }),
    )
  })
})

test.each([
  ['before it starts', { startsAt: later }, now, false],
  ['when it has started', { startsAt: now }, now, true],
  ['at its announced end', { endsAt: later }, later, false],
  ['once it is resolved', { stage: 'resolved' }, later, false],
] as const)('an announcement is in force %s: %s', (_, overrides, at, expected) => {
  expect(isInForce(story(overrides).announcement, at)).toBe(expected)
})
