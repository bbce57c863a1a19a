import type { Step } from '../../functions/escalation/policy.ts'
import type { Choice } from './contract.ts'
import { namesOf } from './names.ts'
import type { Ui } from './visit.ts'

type Target = Step['targets'][number]
type NameOf = (id: string) => string

/** Whom a step will page, as a line says it before anybody knows who that is. */
export function targetWords({ t, locale }: Ui, target: Target, nameOf: NameOf, schedules: Choice[]): string {
  if (target.kind === 'manager') return t('who.leadsOf')
  if (target.kind !== 'schedule') return nameOf(target.id)
  const name = namesOf(schedules, locale)(target.id)
  return t(target.which === 'next' ? 'who.nextFor' : 'who.onCallFor', { name })
}

/** Somebody who was paged, with what they are for the incident. */
type Whom = { id: string; name: string; as: Target & { name: string; level?: string } }

/** Who was paged, each with what they are: people who are the same stand together. */
export function whomWords({ t, clock }: Ui, whom: readonly Whom[]): string {
  const groups = Map.groupBy(whom, ({ as }) => JSON.stringify(as))
  return clock.list(
    [...groups.values()].map((people) => {
      const who = clock.list(people.map(({ name }) => name))
      const as = people[0]?.as
      if (!as || as.kind === 'person') return who
      const relation = as.kind === 'schedule' ? as.which : as.kind
      const name = as.level && !as.name.includes(as.level) ? `${as.name}, ${as.level}` : as.name
      return t(`timeline.as_${relation}`, { who, name })
    }),
  )
}
