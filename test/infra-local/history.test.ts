import { describe, expect, test } from 'vitest'
import { templates } from '../../infra/local/demo/history/catalogue.ts'
import { historyOf, peopleOf } from '../../infra/local/demo/history/history.ts'
import { batchesOf } from '../../infra/local/history-batches.ts'

const until = '2026-06-17T09:30:00.000Z'
const history = historyOf(1, 2400, until)
const share = (is: (one: (typeof history)[number]) => boolean) => history.filter(is).length / history.length

describe('the history of the demo', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(historyOf(1, 2400, until)).toEqual(history)
    expect(historyOf(2, 100, until)).not.toEqual(historyOf(1, 100, until))
  })

  test('tells the same under the same name whenever it ends', () => {
    const words = (end: string) =>
      new Map(historyOf(1, 300, end).map(({ externalId, report }) => [externalId, report.title]))
    expect(words('2026-09-01T00:00:00.000Z')).toEqual(words(until))
  })

  test('has as many as asked for, each under a name of its own, in the order of their instants', () => {
    expect(new Set(history.map(({ externalId }) => externalId)).size).toBe(2400)
    const instants = history.map(({ at }) => at)
    expect(instants).toEqual([...instants].sort())
    expect(instants.every((at) => at < until)).toBe(true)
  })

  test('varies its words', () => {
    const words = history.map(({ report }) => `${report.title} ${report.description}`)
    expect(new Set(words).size / words.length).toBeGreaterThan(0.95)
    const vocabulary = new Set(words.flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? []))
    expect(vocabulary.size).toBeGreaterThan(2000)
    expect(words.filter((text) => /[{}]/.test(text))).toEqual([])
  })

  test('has twelve families and more in every category and language, held out ones in each', () => {
    const groups = Map.groupBy(templates, ({ topId, language }) => `${topId} ${language}`)
    expect(groups.size).toBe(10)
    for (const [, families] of groups) {
      expect(families.length).toBeGreaterThanOrEqual(12)
      expect(new Set(families.map(({ heldOut }) => heldOut)).size).toBe(2)
    }
    expect(new Set(templates.map(({ template }) => template)).size).toBe(templates.length)
  })

  test('holds about a fifth out, from families that the rest does not have', () => {
    expect(share(({ heldOut }) => heldOut)).toBeGreaterThan(0.15)
    expect(share(({ heldOut }) => heldOut)).toBeLessThan(0.27)
    const families = (held: boolean) =>
      new Set(history.filter(({ heldOut }) => heldOut === held).map(({ template }) => template))
    expect(families(true).intersection(families(false)).size).toBe(0)
  })

  test.each([
    ['German', ({ language }) => language === 'de', 0.3, 0.5],
    ['recorded as something else', (one) => one.categoryId !== one.trueCategoryId, 0.015, 0.05],
    ['rated', ({ deeds }) => deeds.some((deed) => deed.do === 'rate'), 0.3, 0.4],
    ['canceled', ({ deeds }) => deeds.some((deed) => deed.with.to === 'canceled'), 0.02, 0.08],
    ['reopened', ({ deeds }) => deeds.some(isReopening), 0.02, 0.06],
    ['solved without another team', ({ deeds }) => deeds.every((deed) => deed.do !== 'escalate'), 0.6, 0.8],
    ['P1', ({ report }) => report.impact === 'high' && report.urgency === 'high', 0.003, 0.03],
    ['on a weekend', ({ at }) => [0, 6].includes(new Date(at).getUTCDay()), 0.005, 0.08],
  ] as [string, (one: (typeof history)[number]) => boolean, number, number][])(
    'has a share like in life: %s',
    (_, is, least, most) => {
      expect(share(is)).toBeGreaterThan(least)
      expect(share(is)).toBeLessThan(most)
    },
  )

  test.each([2400, 20_000])('leaves at most 60 of %i open, none of them with a page to come', (count) => {
    const open = historyOf(1, count, until).filter(({ deeds }) => {
      const last = deeds.findLast(({ with: { to } }) => to !== undefined)
      return !['resolved', 'closed', 'canceled'].includes(String(last?.with.to))
    })
    expect(open.length).toBeLessThanOrEqual(60)
    expect(open.filter(({ report }) => report.impact === 'high' && report.urgency === 'high')).toEqual([])
  })

  test('comes in calls that fit into an event of a function, with the people whom they name', () => {
    const batches = batchesOf(1, history)
    expect(batches.flatMap(({ incidents }) => incidents)).toHaveLength(2400)
    for (const batch of batches) expect(Buffer.byteLength(JSON.stringify(batch))).toBeLessThan(256 * 1024)
    expect(new Set(peopleOf(1).map(({ email }) => email)).size).toBe(150)
  })
})

function isReopening({ do: action, as, with: { to } }: (typeof history)[number]['deeds'][number]): boolean {
  return action === 'move' && as === 'requester' && to === 'in_progress'
}
