import type { Table, Write } from '../runtime/table.ts'
import type { Beside, Change } from './change.ts'
import { headKey, incidentFrom } from './head-item.ts'
import type { Incident } from './incident.ts'
import { type Link, type LinkKind, linksFrom, mostLevels, parentOf, seenFromOther } from './link.ts'

const linkKey = (fromId: string, kind: LinkKind, toId: string) => ({
  pk: fromId,
  sk: `!link#${kind}#${toId}`,
})

/** Most that one answer of the table is asked for; an incident has fewer. */
const pageOfLinks = 250

export const openLinks = (table: Table) => ({
  /** The change with both ends of a new link written beside it: the other incident is the first of `also`. */
  added(change: Change, kind: LinkKind): Change {
    return atBothEnds(change, (from, to, seen) => ({
      put: {
        ...linkKey(from.id, seen(kind), to.id),
        ...({ kind: seen(kind), incidentId: to.id, title: to.title, at: latestOf(change) } satisfies Link),
      },
    }))
  },

  /** The change with both ends of a link removed beside it. */
  removed: (change: Change, kind: LinkKind): Change =>
    atBothEnds(change, (from, to, seen) => ({ remove: linkKey(from.id, seen(kind), to.id) })),

  async ofIncident(id: string, kind: LinkKind): Promise<Link[]> {
    const { items } = await table.query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :kind)',
      ExpressionAttributeValues: { ':pk': id, ':kind': `!link#${kind}#` },
      ConsistentRead: true,
      Limit: pageOfLinks,
    })
    return linksFrom(items)
  },

  /** The incidents above one with these links, nearest first: its parent, and the parent of that. */
  async above(links: readonly Link[]): Promise<Incident[]> {
    const found: Incident[] = []
    let parentId = parentOf(links)
    while (parentId && found.length <= mostLevels) {
      // The head first: with links that are older than its version, two could close a circle from both sides.
      const head = await table.get(headKey(parentId))
      const parents = await this.ofIncident(parentId, 'parent')
      if (head) found.push(incidentFrom(head))
      parentId = parentOf(parents)
    }
    return found
  },

  /** Holds a transaction to what was read of incidents that it does not write: a link changes both its ends. */
  unchanged: (incidents: readonly Incident[]): Write[] =>
    incidents.map(({ id, version }) => ({
      ConditionCheck: {
        TableName: table.name,
        Key: headKey(id),
        ConditionExpression: 'version = :version',
        ExpressionAttributeValues: { ':version': version },
      },
    })),
})
export type Links = ReturnType<typeof openLinks>

type Ends = (from: Incident, to: Incident, seen: (kind: LinkKind) => LinkKind) => Beside

function atBothEnds(change: Change, beside: Ends): Change {
  const [other, ...others] = change.also ?? []
  if (!other) return change
  return {
    ...change,
    beside: [...(change.beside ?? []), beside(change.after, other.after, (kind) => kind)],
    also: [
      { ...other, beside: [...(other.beside ?? []), beside(other.after, change.after, seenFromOther)] },
      ...others,
    ],
  }
}

const latestOf = ({ events, after }: Change) => events.at(-1)?.at ?? after.updatedAt
