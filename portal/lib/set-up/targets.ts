import type { Ui } from '../visit.ts'
import type { PickGroup, Thing } from './blueprint.ts'
import { type Context, nameOfThing, textIn } from './context.ts'

/** Whom a step of an escalation can page, as a form offers it. */
export function targetGroups({ t, locale }: Ui, { teams, schedules, people }: Context): PickGroup[] {
  const options = (things: readonly Thing[], target: Thing) =>
    things.map((thing) => {
      const whole = { ...target, id: textIn(thing, 'id') }
      return { value: Object.values(whole).join(':'), label: nameOfThing(thing, locale), thing: whole }
    })
  const groups = [
    { label: t('policy.onCallNow'), options: options(schedules, { kind: 'schedule', which: 'now' }) },
    { label: t('policy.onCallNext'), options: options(schedules, { kind: 'schedule', which: 'next' }) },
    { label: t('policy.everybodyIn'), options: options(teams, { kind: 'team' }) },
    {
      label: t('policy.leads'),
      options: [{ value: 'manager', label: t('policy.manager'), thing: { kind: 'manager' } }],
    },
    { label: t('policy.people'), options: options(people, { kind: 'person' }) },
  ]
  return groups.filter((group) => group.options.length > 0)
}
