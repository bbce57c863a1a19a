import { expect, test } from 'vitest'
import { type Degree, defaultPriorityMatrix, priorityOf } from '../../../functions/incidents/priority.ts'

const matrix: [Degree, Degree, string][] = [
  ['high', 'high', 'P1'],
  ['high', 'medium', 'P2'],
  ['medium', 'high', 'P2'],
  ['high', 'low', 'P3'],
  ['medium', 'medium', 'P3'],
  ['low', 'high', 'P3'],
  ['medium', 'low', 'P4'],
  ['low', 'medium', 'P4'],
  ['low', 'low', 'P5'],
]

test.each(matrix)('impact %s with urgency %s is %s', (impact, urgency, priority) => {
  expect(priorityOf(defaultPriorityMatrix, impact, urgency)).toBe(priority)
})
