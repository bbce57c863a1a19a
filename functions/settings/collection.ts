import * as z from 'zod/mini'
import type { Problem } from '../catalog/problem.ts'
import type { Action, Caller } from '../runtime/caller.ts'
import { created, type Operation, ok, operation } from '../runtime/operation.ts'
import type { Services } from '../runtime/services.ts'
import type { Write } from '../runtime/table.ts'
import { Text } from '../runtime/text.ts'
import { etagOf, idsOf } from './differences.ts'
import { ChosenId, idFor, ordered } from './naming.ts'
import { warningsIn } from './problems.ts'
import { usesOf } from './references.ts'
import { hasIncidents, inconsistent, inUse } from './refusals.ts'
import { saveSettings } from './save.ts'
import type { Settings } from './settings.ts'
import type { Snapshot } from './store.ts'
import { type Shape, withId } from './with-id.ts'

type Item = { id: string; name: string | Text; retired?: boolean }
type Part =
  | 'services'
  | 'categories'
  | 'teams'
  | 'calendars'
  | 'slaPolicies'
  | 'routingRules'
  | 'escalationPolicies'
  | 'schedules'
  | 'alertRules'
  | 'alertSources'

export type Collection = {
  path: string
  part: Part
  /** In a sentence: "a service". */
  noun: string
  prefix: string
  schema: Shape
  read: Action
  /** Incidents may name it: it is retired instead of deleted, and offered no more. */
  retires?: true
  /** What this reader sees of an item. */
  shown?: (item: Item, caller: Caller) => unknown
  /** What is wrong with a sent item that only the table can tell. */
  problemsIn?: (sent: never, services: Services) => Promise<Problem[]>
  /** What is made with a new one, and shown of it once. */
  madeWith?: {
    shows: z.ZodMiniObject
    make(
      item: Item,
      services: Services,
      by: { caller: Caller; now: string },
    ): Promise<{ writes: readonly Write[]; shown: object }>
  }
  /** Whether incidents wait for it now. */
  isAwaited?: (id: string, services: Services) => Promise<boolean>
}

type Found = Snapshot & { item: Item; isAwaited?: boolean; problems?: readonly Problem[] }

const Warning = z.object({ id: z.string(), message: Text })

/** What every collection of the set-up can do, all alike: list, add, read, replace, remove, order. */
export function collectionOperations(collection: Collection): Operation[] {
  const { path, part, noun, prefix, schema, read, retires, isAwaited, problemsIn, madeWith } = collection
  const shown = collection.shown ?? ((item: Item) => item)
  const itemsOf = (settings: Settings): readonly Item[] => settings[part]
  const withItems = (settings: Settings, items: readonly Item[]) =>
    ({ ...settings, [part]: items }) as Settings
  const places = { one: `/${path}/{id}`, all: `/${path}`, order: `/${path}/order` } as const
  const Sent = withId(schema, z.optional(z.string()))
  const Added =
    madeWith && schema instanceof z.ZodMiniObject ? z.extend(schema, madeWith.shows.shape) : schema
  const NewlySent = withId(schema, z.optional(ChosenId))
  const Answer = collection.shown && schema instanceof z.ZodMiniObject ? z.partial(schema) : schema

  const load = (_params: Record<string, string>, { settings }: Services) => settings.snapshot()
  async function loadItem(
    { id = '' }: Record<string, string>,
    services: Services,
  ): Promise<Found | undefined> {
    const snapshot = await services.settings.snapshot()
    const item = itemsOf(snapshot.settings).find((one) => one.id === id)
    return item && { ...snapshot, item }
  }
  const onItem = {
    load: loadItem,
    etag: ({ item }: Found) => etagOf(item),
    current: ({ item }: Found) => item,
  }
  type Load<Read> = (params: Record<string, string>, services: Services) => Promise<Read | undefined>
  const withProblems =
    <Read extends Snapshot>(read: Load<Read>) =>
    async (params: Record<string, string>, services: Services, { body }: { body?: unknown }) => {
      const [found, problems] = await Promise.all([
        read(params, services),
        body === undefined ? undefined : problemsIn?.(body as never, services),
      ])
      return found && { ...found, problems }
    }
  const demandUnused = ({ item, settings }: Found) => {
    const uses = usesOf(part, item.id, settings)
    if (uses.length > 0) throw inUse(uses)
  }

  const list = operation({
    method: 'GET',
    path: places.all,
    summary: `List ${path.replaceAll('-', ' ')}, in their order`,
    action: read,
    query: z.object({ retired: z.optional(z.enum(['true', 'false'])) }),
    answers: {
      status: 200,
      description: 'Every one, and what is worth a second look',
      schema: z.object({ items: z.array(Answer), warnings: z.array(Warning) }),
    },
    load,
    perform: async ({ subject: { settings }, caller, query }) => {
      const items = itemsOf(settings)
      const offered = items.filter(({ retired }) => query.retired === 'true' || !retired)
      return ok(
        { items: offered.map((item) => shown(item, caller)), warnings: warningsIn(settings, part) },
        etagOf(idsOf(items)),
      )
    },
  })

  const add = operation({
    method: 'POST',
    path: places.all,
    summary: `Add ${noun}; without an id one is made of the name`,
    action: 'settings.edit',
    body: NewlySent,
    answers: { status: 201, description: 'What was added', schema: Added },
    load: withProblems<Snapshot>(load),
    async perform({ subject, body, ...exchange }, services) {
      const items = itemsOf(subject.settings)
      const sent = body as unknown as Item
      const item = { ...sent, id: sent.id ?? idFor(prefix, sent.name, idsOf(items)) }
      const place = `${part}.${items.length}`
      const made = await madeWith?.make(item, services, exchange)
      await saveSettings(
        subject,
        withItems(subject.settings, [...items, item]),
        { ...exchange, place, problems: subject.problems, writes: made?.writes },
        services,
      )
      return created({ ...item, ...made?.shown }, etagOf(item))
    },
  })

  const get = operation({
    method: 'GET',
    path: places.one,
    summary: `Read ${noun}`,
    action: read,
    answers: { status: 200, description: 'How it is set up', schema: Answer },
    load: loadItem,
    perform: async ({ subject: { item }, caller }) => ok(shown(item, caller), etagOf(item)),
  })

  const replace = operation({
    ...onItem,
    method: 'PUT',
    path: places.one,
    summary: `Replace ${noun}`,
    action: 'settings.edit',
    body: Sent,
    answers: { status: 200, description: 'How it is set up now', schema },
    load: withProblems(loadItem),
    async perform({ subject, body, ...exchange }, services) {
      const sent = body as unknown as Item
      if (sent.id !== undefined && sent.id !== subject.item.id) throw inconsistent([otherId])
      const item = { ...sent, id: subject.item.id }
      if (item.retired && !subject.item.retired) demandUnused(subject)
      const items = itemsOf(subject.settings)
      const place = `${part}.${items.indexOf(subject.item)}`
      const after = items.map((one) => (one === subject.item ? item : one))
      const how = { ...exchange, place, problems: subject.problems }
      await saveSettings(subject, withItems(subject.settings, after), how, services)
      return ok(item, etagOf(item))
    },
  })

  const remove = operation({
    ...onItem,
    method: 'DELETE',
    path: places.one,
    summary: retires ? `Retire ${noun}: incidents that name it keep it` : `Remove ${noun}`,
    action: 'settings.edit',
    answers: retires
      ? { status: 200, description: 'It is offered no more', schema }
      : { status: 204, description: 'It is gone' },
    load: async (params: Record<string, string>, services: Services) => {
      const [found, awaited] = await Promise.all([
        loadItem(params, services),
        isAwaited?.(params.id ?? '', services),
      ])
      return found && { ...found, isAwaited: awaited }
    },
    demandPossible: (subject: Found) => {
      demandUnused(subject)
      if (subject.isAwaited) throw hasIncidents()
    },
    async perform({ subject, ...exchange }, services) {
      const items = itemsOf(subject.settings)
      const retired = { ...subject.item, retired: true }
      const after = items.flatMap((one) => (one !== subject.item ? one : retires ? retired : []))
      await saveSettings(subject, withItems(subject.settings, after), exchange, services)
      return retires ? ok(retired, etagOf(retired)) : { status: 204 }
    },
  })

  const order = operation({
    method: 'PUT',
    path: places.order,
    summary: `Put ${path.replaceAll('-', ' ')} into this order; what is left out follows as it was`,
    action: 'settings.edit',
    body: z.object({ ids: z.array(z.string()).check(z.maxLength(5000)) }),
    answers: { status: 200, description: 'Every one', schema: z.object({ items: z.array(schema) }) },
    load,
    etag: ({ settings }: Snapshot) => etagOf(idsOf(itemsOf(settings))),
    current: ({ settings }: Snapshot) => ({ items: itemsOf(settings) }),
    async perform({ subject, body: { ids }, ...exchange }, services) {
      const items = itemsOf(subject.settings)
      const wrong = ids.findIndex((id, index) => ids.indexOf(id) < index || !idsOf(items).includes(id))
      if (wrong >= 0) throw inconsistent([{ ...strangeId, path: `ids.${wrong}` }])
      const after = ordered(items, ids)
      await saveSettings(subject, withItems(subject.settings, after), exchange, services)
      return ok({ items: after }, etagOf(idsOf(after)))
    },
  })

  return [list, add, get, replace, remove, order]
}

const otherId = {
  path: 'id',
  message: { en: 'An id never changes. Leave it out.', de: 'Eine ID ändert sich nie. Lassen Sie sie weg.' },
}
const strangeId = {
  message: {
    en: 'Name each one that is there, once.',
    de: 'Nennen Sie jeden vorhandenen Eintrag, und jeden nur einmal.',
  },
}
