import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../../portal/lib/form.ts'
import type { Locale } from '../../portal/lib/locale.ts'
import { Problem } from '../../portal/lib/problem.ts'
import type { Ui, Visit } from '../../portal/lib/visit.ts'
import { translate } from '../../portal/messages/messages.ts'
import { tryOut } from '../../portal/views/trial-data.ts'

const policy = { priorities: ['P1'], steps: [] }

/** What comes back for what somebody typed, and what the API was asked. */
async function tried(typed: Record<string, string>, locale: Locale = 'en', refusal?: Problem) {
  const sent: unknown[] = []
  const simulate = async (body: unknown) => {
    sent.push(body)
    if (refusal) throw refusal
    return { body: { items: [] } }
  }
  const ui = { locale, t: translate(locale), clock: { now: new Date('2026-10-21T09:00:00Z') } } as Ui
  const whole = { priority: 'P1', date: '2026-10-25', time: '02:30', zone: 'Europe/Berlin', ...typed }
  const form = fieldsOf(Object.entries(whole).map(([name, value]) => [`try.${name}`, value]))
  const { trial, problem } = await tryOut({ api: { simulate } } as unknown as Visit, ui, policy, form)
  return { trial, problem, sent }
}

describe('the simulation of a time that a clock change bends', () => {
  test.each([
    ['2026-10-25', 'en', '02:30 comes twice on that day; the first of the two is meant.'],
    ['2026-10-25', 'de', '02:30 kommt an diesem Tag zweimal; gemeint ist die erste der beiden Zeiten.'],
    ['2027-03-28', 'en', 'Clocks skip 02:30 on that day, so the moment of the jump is meant.'],
    ['2027-03-28', 'de', '02:30 überspringt die Uhr an diesem Tag; gemeint ist der Augenblick des Sprungs.'],
  ] as const)('on %s says so in %s', async (date, locale, note) => {
    const { trial } = await tried({ date }, locale)
    expect(trial.simulated?.note).toBe(note)
  })

  test('says nothing of it at another time', async () => {
    const { trial, sent } = await tried({ date: '2026-11-01', acknowledged: '10' })
    const acknowledgedAt = '2026-11-01T01:40:00.000Z'
    expect(trial.simulated).toMatchObject({ at: '2026-11-01T01:30:00.000Z', acknowledgedAt })
    expect(trial.simulated?.note).toBeUndefined()
    expect(sent).toEqual([{ priority: 'P1', at: '2026-11-01T01:30:00.000Z', acknowledgedAt, policy }])
  })
})

describe('minutes that are none', () => {
  test.each([
    ['9e99', 'en', 'Give whole minutes, such as 10, or leave it empty'],
    ['10 min', 'de', 'Nennen Sie ganze Minuten, etwa 10, oder lassen Sie das Feld leer'],
    ['-5', 'en', 'Give whole minutes, such as 10, or leave it empty'],
  ] as const)(
    'come back beside their field, and only the policy is looked at: %s',
    async (typed, locale, words) => {
      const { trial, sent } = await tried({ acknowledged: typed }, locale)
      expect(sent).toEqual([{ priority: 'P1', at: '2026-10-21T09:00:00.000Z', policy }])
      expect(trial.simulated).toBeUndefined()
      expect(trial).toMatchObject({ asked: { acknowledged: typed }, errors: { acknowledged: words } })
      expect(trial.errors?.date).toBeUndefined()
    },
  )

  test('come back together with what the policy lacks', async () => {
    const refusal = new Problem({ status: 422, code: 'incomplete', title: '' })
    const { trial, problem } = await tried({ acknowledged: 'x' }, 'en', refusal)
    expect(problem).toBe(refusal)
    expect(trial.errors?.acknowledged).toBeDefined()
  })
})

test.each([
  ['P1', true],
  ['P3', false],
])('knows whether the policy is for %s at all', async (priority, isCovered) => {
  expect((await tried({ priority })).trial.simulated?.isCovered).toBe(isCovered)
})
