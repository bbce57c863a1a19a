import type { Trigger } from './notify-contract.ts'
import type { Thing } from './set-up/blueprint.ts'
import { namesFor } from './set-up/context.ts'
import type { Ui } from './visit.ts'

export type Known = Record<'services' | 'categories' | 'teams', Thing[]>

/** What a trigger listens to and how it tells, on one line. */
export function triggerWords(ui: Ui, trigger: Omit<Trigger, 'id' | 'name'>, known: Known): string {
  const { t, clock, locale } = ui
  const { on, where, channel, digest } = trigger
  return [
    clock.list(on.map((event) => t(`trigger.on_${event}`))),
    where.priorities?.join(', '),
    where.mine && t(`trigger.mine_${where.mine}`),
    namesFor(where.teamIds, known.teams, locale),
    namesFor(where.serviceIds, known.services, locale),
    namesFor(where.categoryIds, known.categories, locale),
    digest ? t('trigger.inDigest') : t(`channel.${channel}`),
  ]
    .filter(Boolean)
    .join(' · ')
}
