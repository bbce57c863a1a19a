import { describe, expect, test } from 'vitest'
import { borders } from './support/architecture/borders.ts'
import { readSources, sourcesOf } from './support/architecture/source.ts'
import { style } from './support/architecture/style.ts'
import { wiring } from './support/architecture/wiring.ts'

const sources = readSources()

describe.each([
  ['borders between folders', borders],
  ['wiring of entry files', wiring],
  ['house rules', style],
])('%s', (_, rules) => {
  test.each(rules)('$says', ({ breaches }) => {
    expect(breaches(sources)).toEqual([])
  })

  test.each(rules)('it can fail: $says', ({ breaches, example }) => {
    expect(breaches(sourcesOf(example))).not.toEqual([])
  })
})
