import { describe, expect, test } from 'vitest'
import { train } from '../../../functions/triage/model.ts'
import { exampleOf, guessed, measured, resolvedOf, tree } from './measured.ts'

const history = resolvedOf(1, 2500)
const taught = history.filter(({ heldOut }) => !heldOut)
const asked = history.filter(({ heldOut }) => heldOut)
const model = train(taught.map(exampleOf), '2026-03-02T12:00:00.000Z', tree)

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

describe('triage of a held-out fifth, whose wordings come from templates that training never saw', () => {
  const figures = measured(model, asked)
  const guesses = guessed(model, asked)
  const { categoryId, top, teamId, impact, urgency, bins } = figures

  const lines = Object.entries({ top, categoryId, teamId, impact, urgency }).map(
    ([name, { outcomes, suggested, agreed, baseline }]) =>
      `${name}: suggested for ${percent(suggested / outcomes)}, right in ${percent(agreed / suggested)}; majority class ${percent(baseline)}`,
  )
  const calibration = bins.map(
    ({ from, suggested, confidence, agreed }) =>
      `from ${from}: ${suggested} suggestions, said ${percent(confidence)}, right ${percent(agreed)}`,
  )
  process.stdout.write(
    [
      `Triage on ${asked.length} of ${history.length} incidents, learned from ${taught.length}:`,
      `best guess for every one: top category ${percent(guesses.top)}, exact category ${percent(guesses.categoryId)}`,
      ...lines,
      ...calibration,
      '',
    ].join('\n'),
  )

  test('shares no wording with what was learned from', () => {
    const seen = new Set(taught.map(({ template }) => template))
    expect(asked.filter(({ template }) => seen.has(template))).toEqual([])
    expect(taught.length).toBeGreaterThan(1500)
    expect(asked.length).toBeGreaterThan(300)
  })

  test('finds the top category in 70 % of all, where naming the most frequent would find 30 %', () => {
    expect(guesses.top).toBeGreaterThan(0.68)
    expect(top.baseline).toBeLessThan(0.32)
  })

  test('finds the exact one of 22 categories in 37 %, where the most frequent would be right in 16 %', () => {
    expect(guesses.categoryId).toBeGreaterThan(0.35)
    expect(categoryId.baseline).toBeLessThan(0.17)
  })

  test('is right in 87 % at the top when it says something, which it does for 58 %', () => {
    expect(top.agreed / top.suggested).toBeGreaterThan(0.85)
    expect(top.suggested / top.outcomes).toBeGreaterThan(0.55)
  })

  test('is right about the team in 77 % when it says something, where the most frequent would be in 67 %', () => {
    expect(teamId.agreed / teamId.suggested).toBeGreaterThan(0.75)
    expect(teamId.baseline).toBeLessThan(0.69)
  })

  test('says nothing of impact and urgency, of which the words of this history tell nothing', () => {
    expect([impact.suggested, urgency.suggested]).toEqual([0, 0])
  })

  test('is as sure as it is right, within 15 points wherever it says much', () => {
    for (const { suggested, confidence, agreed } of bins.filter((bin) => bin.suggested >= 30)) {
      expect(suggested).toBeGreaterThan(0)
      expect(Math.abs(confidence - agreed)).toBeLessThan(0.15)
    }
  })
})
