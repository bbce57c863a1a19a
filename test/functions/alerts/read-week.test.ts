import { describe, expect, test } from 'vitest'
import { readWeek } from '../../../functions/alerts/read-week.ts'
import { after, days, minutes } from '../../../functions/runtime/instant.ts'
import type { Services } from '../../../functions/runtime/services.ts'
import { fires } from './fixture.ts'

const now = '2026-03-10T12:00:00.000Z'

/** What a source said at these instants, in pages of a hundred, and how many of them were read. */
function servicesOf(instants: readonly string[]) {
  const read = { pages: 0 }
  async function* pagesOf(sourceId: string, day: string) {
    const own = sourceId === 'src_prom' ? instants : []
    const ofDay = own
      .filter((instant) => instant.startsWith(day))
      .toSorted()
      .toReversed()
    for (let start = 0; start < ofDay.length; start += 100) {
      read.pages += 1
      yield ofDay.slice(start, start + 100).map((receivedAt) => fires('Disk', 0, { receivedAt }))
    }
  }
  const controls = { readLive: async () => [], readPage: async () => ({ items: [] }) }
  const services = {
    settings: { current: async () => ({ alertSources: [{ id: 'src_prom' }] }) },
    alerts: { readLog: (sourceId: string, day: string) => [pagesOf(sourceId, day)] },
    ...{ silences: controls, maintenances: controls },
  } as unknown as Services
  return { services, read }
}

describe('a week of alerts', () => {
  test('is read whole and in order where it is short, and no older', async () => {
    const instants = [after(now, -days(7) - 1), after(now, -days(7)), after(now, -days(1)), now]
    const { log, isComplete } = await readWeek(now, servicesOf(instants).services)
    expect([log.map(({ receivedAt }) => receivedAt), isComplete]).toEqual([instants.slice(1), true])
  })

  test('is read back to the 20,000th alert, also within one day', async () => {
    const instants = Array.from({ length: 30_000 }, (_, n) => after(now, -minutes(1) - n))
    const { services, read } = servicesOf(instants)
    const { log, isComplete } = await readWeek(now, services)
    expect([log.length, isComplete, log.at(-1)?.receivedAt]).toEqual([20_000, false, instants[0]])
    expect(read.pages).toBeLessThan(210)
  })
})
