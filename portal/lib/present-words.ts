import type { Present } from './desk-contract.ts'
import type { Ui } from './visit.ts'

/** "Ben Larsen is here too", or nothing. */
export function presentWords({ t, clock }: Pick<Ui, 't' | 'clock'>, present: readonly Present[]): string {
  if (present.length === 0) return ''
  return t('side.present', { count: present.length, names: clock.list(present.map(({ name }) => name)) })
}
