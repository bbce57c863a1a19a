import type { NamedTarget, Whom } from '../../functions/escalation/events.ts'
import type { Ui } from './visit.ts'

/** Whom a step will page, as a line says it before anybody knows who that is. */
export function targetWords({ t }: Ui, target: NamedTarget): string {
  if (target.kind === 'manager') return t('who.leadsOf')
  if (target.kind !== 'schedule') return target.name
  return t(target.which === 'next' ? 'who.nextFor' : 'who.onCallFor', { name: target.name })
}

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
