import type { IncidentRow, Page } from './contract.ts'

export type Ongoing = {
  open: IncidentRow[]
  /** How many were looked through, the newest first. */
  looked: number
  /** There are older ones, which were not looked through. */
  older: boolean
}

/** What only the requester can do next, if anything. */
export function neededFrom({ state, holdReason }: IncidentRow): 'answer' | 'confirmation' | undefined {
  if (state === 'resolved') return 'confirmation'
  return state === 'on_hold' && holdReason === 'awaiting_requester' ? 'answer' : undefined
}

const isOpen = ({ state }: IncidentRow) => state !== 'closed' && state !== 'canceled'

/** A list knows no "open ones of mine": what is open among the newest. */
export const ongoing = ({ items, nextCursor }: Page<IncidentRow>): Ongoing => ({
  open: items.filter(isOpen),
  looked: items.length,
  older: nextCursor !== undefined,
})
