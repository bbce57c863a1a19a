import { notFound } from '../lib/problem.ts'
import type { Json, Thing } from '../lib/set-up/blueprint.ts'
import { type Context, referred } from '../lib/set-up/context.ts'
import { type SetUp, setCalled } from '../lib/set-up/sets.ts'
import { knownPerson, type Ui, type Visit } from '../lib/visit.ts'

/** @throws Problem as for any page that is not there. */
export function demandSet(id: string | undefined): SetUp {
  const set = setCalled(id)
  if (!set) throw notFound()
  return set
}

type Loaded = { ui: Ui; context: Context }

/** Everything that the inputs of a page offer to choose from, asked for at once. */
export async function loadContext(visit: Visit): Promise<Loaded> {
  const [person, ...lists] = await Promise.all([
    knownPerson(visit),
    ...referred.map((collection) => visit.api.things(collection)),
  ])
  const named = referred.map((collection, index) => [collection, lists[index]?.body.items ?? []])
  return { ui: visit.uiFor(person, lists[0]?.now ?? new Date()), context: Object.fromEntries(named) }
}

/** The thing that a page is about; of a part, its value below `value`. */
export async function loadThing(
  { api }: Visit,
  set: SetUp,
  id: string,
): Promise<{ thing: Thing; etag?: string }> {
  if (set.kind === 'part') {
    const { body, etag } = await api.part(set.id)
    return { thing: { value: body }, etag }
  }
  if (id === 'new') return { thing: set.blank ?? {} }
  const { body, etag } = await api.thing(set.id, id)
  return { thing: body, etag }
}

export async function saveThing(
  { api }: Visit,
  { set, id, thing, etag }: { set: SetUp; id: string; thing: Thing; etag: string },
): Promise<void> {
  if (set.kind === 'part') await api.savePart(set.id, thing.value as Json, { etag })
  else if (id === 'new') await api.addThing(set.id, thing)
  else await api.saveThing(set.id, id, thing, { etag })
}
