import { at, type Input, type Json } from '../set-up/blueprint.ts'
import type { Ui } from '../visit.ts'
import type { Matcher } from './contract.ts'

const ops = ['is', 'is_not', 'like', 'not_like'] as const satisfies readonly Matcher['op'][]

type Asked = { path: string; label: string; hint?: string }

/** What alerts must look like, one condition below the other. */
export const matchersInput = ({ t }: Ui, { path, label, hint }: Asked): Extract<Input, { kind: 'rows' }> => ({
  kind: 'rows',
  path,
  label,
  hint: hint ?? t('matchers.hint'),
  add: t('matchers.add'),
  most: 20,
  inputs: [
    { kind: 'text', path: 'label', label: t('matchers.label') },
    {
      kind: 'select',
      path: 'op',
      label: t('matchers.op'),
      options: ops.map((op) => ({ value: op, label: t(`matchers.op_${op}`) })),
    },
    { kind: 'text', path: 'value', label: t('matchers.value') },
  ],
})

/** The conditions of a form; a row in which nothing was written is none, and no value is an empty one. */
export const matchersIn = (rows: Json | undefined): Matcher[] =>
  (Array.isArray(rows) ? rows : []).flatMap((row): Matcher[] => {
    const [label, value] = [at(row, 'label'), at(row, 'value')]
    if (label === undefined && value === undefined) return []
    const op = ops.find((one) => one === at(row, 'op')) ?? 'is'
    return [{ label: String(label ?? ''), op, value: String(value ?? '') }]
  })

/** What is alike of an alert and its repeats: its labels or, where it has none, its title. */
export function matchersOf({
  labels,
  title,
  sourceId,
}: {
  labels: Record<string, string>
  title: string
  sourceId: string
}): Matcher[] {
  const all = Object.entries(labels).map(([label, value]): Matcher => ({ label, op: 'is', value }))
  if (all.length > 0) return all.slice(0, 20)
  return [
    { label: '@source', op: 'is', value: sourceId },
    { label: '@title', op: 'is', value: title },
  ]
}
