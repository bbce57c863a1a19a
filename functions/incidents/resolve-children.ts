import type { DomainEvent } from '../runtime/event.ts'
import { log } from '../runtime/log.ts'
import { ok } from '../runtime/operation.ts'
import { Refusal } from '../runtime/refusal.ts'
import type { Services } from '../runtime/services.ts'
import type { Incident } from './incident.ts'
import type { Link } from './link.ts'
import { resolveWithParent } from './link-cascade.ts'

const atOnce = 5
/** Tries of one child that others are changing at the same time. */
const rounds = 5

/**
 * Resolves the open children of an incident that was resolved; who reported them is told as always.
 * @throws what went wrong with a child, after the others had their turn: the news comes again.
 */
export async function resolveChildren(event: DomainEvent, services: Services): Promise<void> {
  if (event.type !== 'incident.moved' || event.after?.state !== 'resolved') return
  const [parent, children] = await Promise.all([
    services.incidents.readHead(event.pk),
    services.links.ofIncident(event.pk, 'child'),
  ])
  if (!parent) return
  const failures: unknown[] = []
  for (let start = 0; start < children.length; start += atOnce) {
    const some = children.slice(start, start + atOnce)
    const outcomes = await Promise.allSettled(
      some.map((link) => resolveOne(link, { parent, event, services })),
    )
    failures.push(...outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : [])))
  }
  if (failures.length > 0) throw failures[0]
}

type Around = { parent: Incident; event: DomainEvent; services: Services }

async function resolveOne(link: Link, { parent, event, services }: Around): Promise<void> {
  for (let round = 1; ; round++) {
    const now = new Date().toISOString()
    const [child, settings] = await Promise.all([
      services.incidents.readHead(link.incidentId),
      services.settings.current(),
    ])
    try {
      const change = child && resolveWithParent(child, { parent, link, event, now })
      if (change) await services.saveIncident(change, { now, settings, answer: () => ok(undefined) })
      return
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.code !== 'stale' && error.code !== 'conflict') {
        log.warn('a child stays open', { incidentId: link.incidentId, code: error.code })
        return
      }
      if (round === rounds) throw new Error(`${link.incidentId} is changing too fast; it is tried again.`)
    }
  }
}
