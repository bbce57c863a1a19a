import type { Instant } from '../runtime/instant.ts'
import type { Actor, Change, Channel } from './change.ts'
import type { Incident } from './incident.ts'
import type { State } from './lifecycle.ts'
import type { PriorityMatrix } from './priority.ts'
import { report } from './report.ts'

const longestTitle = 160
const again = { en: 'Again: ', de: 'Erneut: ' } as const

/** What is over for good; a word about it is the beginning of something new. */
export const isOver = (state: State): boolean => state === 'closed' || state === 'canceled'

type Circumstances = {
  id: string
  now: Instant
  by: Actor & { id: string; name: string }
  teamId: string
  channel: Channel
  matrix: PriorityMatrix
}

/**
 * A new incident that goes on from one that is over: same service, category, impact and urgency, in the words of
 * whoever came back. The old one stays as it is and notes where it goes on.
 */
export function followUp(last: Incident, words: string, circumstances: Circumstances): Change {
  const { by, channel, now, id } = circumstances
  const title = titleAfter(last)
  const { impact, urgency, serviceId, categoryId, requester } = last
  const change = report(
    { title, description: words, impact, urgency, serviceId, categoryId, fields: {} },
    { ...circumstances, requester, followsId: last.id },
  )
  return {
    ...change,
    also: [
      {
        before: last,
        after: last,
        events: [
          {
            ...{ type: 'incident.linked', at: now, by, channel, visibility: 'internal' },
            after: { kind: 'followed_by', incidentId: id, title },
          },
        ],
      },
    ],
  }
}

function titleAfter({ title, requester }: Incident): string {
  const bare = Object.values(again).reduce(
    (left, word) => (left.startsWith(word) ? left.slice(word.length) : left),
    title,
  )
  const whole = `${again[requester.locale]}${bare}`
  return whole.length <= longestTitle
    ? whole
    : `${whole
        .slice(0, longestTitle - 1)
        .toWellFormed()
        .trimEnd()}…`
}
