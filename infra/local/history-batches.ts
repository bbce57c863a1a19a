import type { HistoricIncident } from './demo/history/deed.ts'
import { peopleOf } from './demo/history/history.ts'

/** As many as one call of the import takes. */
const batchSize = 25

/** The incidents of a history as the import takes them: without what only measurements want to know. */
export const livesOf = (history: readonly HistoricIncident[]) =>
  history.map(({ externalId, requester, reportedBy, at, report, deeds }) => ({
    ...{ externalId, requesterId: requester.id, at, report, deeds },
    ...(reportedBy && { reportedBy }),
  }))

/** Calls of the import, each with the people whom its incidents name. */
export function batchesOf(seed: number, history: readonly HistoricIncident[]) {
  const people = peopleOf(seed)
  const lives = livesOf(history)
  return Array.from({ length: Math.ceil(lives.length / batchSize) }, (_, index) => {
    const incidents = lives.slice(index * batchSize, (index + 1) * batchSize)
    const named = new Set(incidents.map(({ requesterId }) => requesterId))
    return { source: 'demo', people: people.filter(({ id }) => named.has(id)), incidents }
  })
}
