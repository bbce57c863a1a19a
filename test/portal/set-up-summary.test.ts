import { describe, expect, test } from 'vitest'
import { Policy } from '../../functions/escalation/policy.ts'
import { Schedule } from '../../functions/oncall/schedule.ts'
import type { Input } from '../../portal/lib/set-up/blueprint.ts'
import { setCalled } from '../../portal/lib/set-up/sets.ts'
import { placed } from '../../portal/lib/set-up/summary.ts'
import type { Ui } from '../../portal/lib/visit.ts'
import { translate } from '../../portal/messages/messages.ts'

const clock = { zone: 'Europe/Berlin', now: new Date('2026-10-21T09:00:00Z') }
const inputsOf = (set: string, locale: 'en' | 'de' = 'en'): Input[] => {
  const ui = { locale, t: translate(locale), clock } as Ui
  const none = { teams: [], people: [], schedules: [], calendars: [] }
  return setCalled(set)?.inputs(ui, none as never) ?? []
}

describe('a summary of what is wrong', () => {
  test('names the step, in the language of its reader', () => {
    const errors = { 'steps.2.delayMinutes': 'Enter 1440 or less.', repeats: 'Enter 9 or less.' }
    expect(placed(inputsOf('escalation-policies'), errors)).toEqual({
      'steps.2.delayMinutes': 'Step 3: Enter 1440 or less.',
      repeats: 'Enter 9 or less.',
    })
    expect(placed(inputsOf('escalation-policies', 'de'), errors)).toMatchObject({
      'steps.2.delayMinutes': 'Schritt 3: Enter 1440 or less.',
    })
  })

  test('names the layer also of what lies deeper in it', () => {
    const errors = { 'layers.1.restrictions.0.from': 'Give a time.', 'steps.0.when.calendar.id': 'Gone.' }
    const layers = placed(inputsOf('schedules'), errors)
    expect(layers['layers.1.restrictions.0.from']).toBe('Layer 2: Give a time.')
    expect(placed(inputsOf('escalation-policies'), errors)['steps.0.when.calendar.id']).toBe('Step 1: Gone.')
  })

  test('leads to the list that something is picked in, once', () => {
    const errors = { 'steps.0.targets.0.id': 'Choose somebody.', 'steps.0.targets.1.id': 'Choose a team.' }
    expect(placed(inputsOf('escalation-policies'), errors)).toEqual({
      'steps.0.targets': 'Step 1: Choose somebody.',
    })
  })

  test('leaves what is about a whole list as it is', () => {
    const errors = { steps: 'Choose at least one.' }
    expect(placed(inputsOf('escalation-policies'), errors)).toEqual(errors)
  })
})

describe('a list', () => {
  const mostOf = (inputs: readonly Input[], path: string) =>
    inputs.flatMap((input) => (input.kind === 'rows' && input.path === path ? [input.most] : []))[0] ?? 0
  const layers = inputsOf('schedules').flatMap((input) => (input.kind === 'rows' ? input.inputs : []))
  const step = { delayMinutes: 5, targets: [{ kind: 'manager' }] }
  const layer = {
    ...{ id: 'a', name: 'A', people: [{ id: 'ana', name: 'Ana' }], rotation: { every: 1, unit: 'weeks' } },
    ...{ handoverAt: '09:00', startsOn: '2026-10-19' },
  }
  const restriction = { weekdays: ['mon'], from: '09:00', to: '17:00' }
  const schedule = (more: object) => ({ id: 's', name: 'S', zone: 'Europe/Berlin', layers: [layer], ...more })

  test.each([
    [
      'steps',
      mostOf(inputsOf('escalation-policies'), 'steps'),
      (rows: number) =>
        Policy.safeParse({ id: 'p', name: 'P', priorities: [], steps: Array(rows).fill(step) }).success,
    ],
    [
      'layers',
      mostOf(inputsOf('schedules'), 'layers'),
      (rows: number) => Schedule.safeParse(schedule({ layers: Array(rows).fill(layer) })).success,
    ],
    [
      'restrictions',
      mostOf(layers, 'restrictions'),
      (rows: number) =>
        Schedule.safeParse(schedule({ layers: [{ ...layer, restrictions: Array(rows).fill(restriction) }] }))
          .success,
    ],
  ])('of %s offers as many as the API takes, and no more', (_what, most, isTaken) => {
    expect([isTaken(most), isTaken(most + 1)]).toEqual([true, false])
  })
})
