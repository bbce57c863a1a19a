import type { Trigger } from '../preferences/trigger.ts'
import { notFound, Refusal } from '../runtime/refusal.ts'

const mostTriggers = 20

/** What somebody set up for themselves: triggers of their own, and the defaults that they do not want. */
export type OwnTriggers = { items: readonly Trigger[]; off: readonly string[]; version: number }

export const noTriggers: OwnTriggers = { items: [], off: [], version: 0 }

/** @throws Refusal `conflict` when there are as many as there can be. */
export function withTrigger(own: OwnTriggers, trigger: Trigger): OwnTriggers {
  if (own.items.length >= mostTriggers) throw crowded()
  return { ...own, items: [...own.items, trigger] }
}

/** @throws Refusal `not_found` when the person has none of this id. */
export function replacing(own: OwnTriggers, trigger: Trigger): OwnTriggers {
  if (own.items.every(({ id }) => id !== trigger.id)) throw notFound()
  return { ...own, items: own.items.map((one) => (one.id === trigger.id ? trigger : one)) }
}

/** @throws Refusal `not_found` when the person has none of this id. */
export function withoutTrigger(own: OwnTriggers, id: string): OwnTriggers {
  if (own.items.every((one) => one.id !== id)) throw notFound()
  return { ...own, items: own.items.filter((one) => one.id !== id) }
}

export const turned = (own: OwnTriggers, defaultId: string, active: boolean): OwnTriggers => ({
  ...own,
  off: [...own.off.filter((id) => id !== defaultId), ...(active ? [] : [defaultId])],
})

const crowded = () =>
  new Refusal('conflict', {
    en: `You have ${mostTriggers} triggers already. Remove one that you no longer need.`,
    de: `Sie haben schon ${mostTriggers} Auslöser. Entfernen Sie einen, den Sie nicht mehr brauchen.`,
  })
