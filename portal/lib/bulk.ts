import { type BulkAction, bulkActions } from '../components/bulk-bar.tsx'
import type { ResolutionCode } from './contract.ts'
import type { BulkJob } from './desk-contract.ts'
import type { FormFields } from './form.ts'

const prefix = 'pick:'

/** The numbers that were picked in the queue, in its order. */
export const pickedIn = (form: FormFields): string[] =>
  form.entries().flatMap(([name]) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))

const codes = [
  'fixed',
  'workaround',
  'advised',
  'self_solved',
  'not_reproducible',
] as const satisfies readonly ResolutionCode[]

export const actionIn = (form: FormFields): BulkAction | undefined => form.oneOf('change', bulkActions)

type Wrong = 'desk.needCode' | 'desk.needNotes' | 'desk.needReason' | 'bulk.needTeam'

/** What the change says to each incident, or what it lacks. */
export function changeOf(
  form: FormFields,
  action: BulkAction,
  me: string,
): { change: object; errors: Partial<Record<string, Wrong>> } {
  switch (action) {
    case 'take':
      return { change: { assigneeId: me }, errors: {} }
    case 'team':
      return {
        change: { teamId: form.text('teamId') },
        errors: form.text('teamId') ? {} : { teamId: 'bulk.needTeam' },
      }
    case 'close':
      return { change: { to: 'closed' }, errors: {} }
    case 'cancel':
      return {
        change: { to: 'canceled', reason: form.text('reason') },
        errors: form.text('reason') ? {} : { reason: 'desk.needReason' },
      }
    case 'resolve': {
      const resolutionCode = form.oneOf('resolutionCode', codes)
      const notes = form.text('notes')
      return {
        change: { to: 'resolved', resolutionCode, notes },
        errors: {
          ...(!resolutionCode && { resolutionCode: 'desk.needCode' as const }),
          ...(!notes && { notes: 'desk.needNotes' as const }),
        },
      }
    }
  }
}

/** Which of the bar's actions a job is, as far as its change tells. */
export function actionOf({ change = {} }: Pick<BulkJob, 'change'>): BulkAction | 'change' {
  if (change.assigneeId) return 'take'
  if (change.teamId) return 'team'
  const moves = { closed: 'close', resolved: 'resolve', canceled: 'cancel' } as const
  return moves[change.to as keyof typeof moves] ?? 'change'
}
