import type { FormFields } from '../form.ts'
import { type Input, readThing, type Thing } from '../set-up/blueprint.ts'
import { type Context, optionsOf } from '../set-up/context.ts'
import { shortWeekdays } from '../set-up/weekdays.ts'
import type { Ui } from '../visit.ts'
import { instantOf } from '../wall-clock.ts'
import { matchersIn, matchersInput } from './matchers-form.ts'

export type Kind = 'once' | 'recurring'
type Lack = 'timeMissing' | 'endsBefore'

type Services = Pick<Context, 'services'>

/** What a maintenance is about. */
export const subjectInputs = (ui: Ui, { services }: Services): Input[] => [
  { kind: 'text', path: 'title', label: ui.t('maintenances.name'), isRequired: true },
  {
    kind: 'several',
    path: 'serviceIds',
    label: ui.t('maintenances.services'),
    options: optionsOf(services, ui.locale),
  },
  {
    kind: 'fold',
    path: 'matchers',
    label: ui.t('maintenances.only'),
    hint: ui.t('maintenances.onlyHint'),
    inputs: [matchersInput(ui, { path: 'matchers', label: ui.t('silences.which') })],
  },
]

/** When it comes again and again. */
export const recurringInputs = (ui: Ui): Input[] => [
  {
    kind: 'several',
    path: 'recurring.weekdays',
    label: ui.t('maintenances.weekdays'),
    options: shortWeekdays(ui),
    layout: 'short',
  },
  { kind: 'time', path: 'recurring.from', label: ui.t('maintenances.fromTime') },
  { kind: 'time', path: 'recurring.to', label: ui.t('maintenances.toTime') },
  { kind: 'zone', path: 'recurring.zone', label: ui.t('maintenances.zone'), begins: ui.clock.zone },
  { kind: 'date', path: 'recurring.startsOn', label: ui.t('maintenances.startsOn') },
  { kind: 'date', path: 'recurring.endsOn', label: ui.t('maintenances.endsOn') },
]

export type ReadMaintenance = { thing: Thing; body: Thing; kind: Kind; errors: Record<string, Lack> }

/** A maintenance as its form says it; single times are by the clock of its reader. */
export function maintenanceFrom(ui: Ui, form: FormFields, context: Services): ReadMaintenance {
  const thing = readThing([...subjectInputs(ui, context), ...recurringInputs(ui)], form)
  const { recurring, matchers, ...subject } = thing
  const kind: Kind = form.text('kind') === 'recurring' ? 'recurring' : 'once'
  const about = { ...subject, title: subject.title ?? '', matchers: matchersIn(matchers) }
  if (kind === 'recurring') return { thing, kind, body: { ...about, recurring }, errors: {} }
  const { zone } = ui.clock
  const from = instantOf(form.text('fromDate'), form.text('fromTime'), zone)
  const to = instantOf(form.text('toDate'), form.text('toTime'), zone)
  const errors: Record<string, Lack> = {
    ...(!from && { fromTime: 'timeMissing' }),
    ...(!to && { toTime: 'timeMissing' }),
    ...(from && to && from.at >= to.at && { toTime: 'endsBefore' }),
  }
  return { thing, kind, errors, body: { ...about, startsAt: from?.at, endsAt: to?.at } }
}
