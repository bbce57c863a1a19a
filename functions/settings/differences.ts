import { canonicalJson, sha256 } from '../runtime/hash.ts'
import type { Settings } from './settings.ts'

/** What changed in the settings: a whole part, or one item of a part that is a list. */
export type Difference = { part: string; id?: string; before?: string; after?: string; value?: unknown }

const digestOf = (value: unknown): string => sha256(canonicalJson(value))

/** The ETag of an item, a part, or the order of a list: of its content, so that what others change beside it does not matter. */
export const etagOf = (value: unknown): string => `"${digestOf(value).slice(0, 22)}"`

type Item = { id: string }
const isList = (value: unknown): value is Item[] => Array.isArray(value)

/** Every difference with the digests of before and after; `value` is how it stands afterwards. */
export const differencesBetween = (before: Settings, after: Settings): Difference[] =>
  (Object.keys(after) as (keyof Settings)[]).flatMap((part) => {
    const [was, is] = [before[part], after[part]]
    if (digestOf(was) === digestOf(is)) return []
    if (!isList(was) || !isList(is)) return [difference({ part }, was, is)]
    const ids = [...new Set([...was, ...is].map(({ id }) => id))]
    const items = ids
      .map((id) => difference({ part, id }, was.find(named(id)), is.find(named(id))))
      .filter((one) => one.before !== one.after)
    return items.length > 0 ? items : [{ part, before: digestOf(was), after: digestOf(is), value: idsOf(is) }]
  })

const named = (id: string) => (item: Item) => item.id === id
export const idsOf = (items: readonly Item[]): string[] => items.map(({ id }) => id)

const difference = (place: { part: string; id?: string }, was: unknown, is: unknown): Difference => ({
  ...place,
  ...(was !== undefined && { before: digestOf(was) }),
  ...(is !== undefined && { after: digestOf(is), value: is }),
})
