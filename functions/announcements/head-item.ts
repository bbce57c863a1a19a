import { dueKeys } from '../runtime/due-keys.ts'
import type { Item } from '../runtime/table.ts'
import type { Announcement } from './announcement.ts'
import type { Turn } from './turn.ts'

export const partitionOf = (id: string) => `ANN#${id}`
export const headKey = (id: string) => ({ pk: partitionOf(id), sk: '!head' })

/** The head leaves the body to the first word, and stands in the due index as long as something comes by itself. */
export function headItem({ body, nextTurn, ...announcement }: Announcement): Item {
  const { id } = announcement
  return {
    ...headKey(id),
    ...announcement,
    ...(nextTurn && dueKeys(id, { kind: nextTurn.kind, dueAt: nextTurn.at })),
  }
}

/** The announcement in a stored head; its body is its first word. */
export function announcementFrom(head: Item, body = ''): Announcement {
  const { pk, sk, dueKey, nextDueAt, dueKind, ...announcement } = head
  const nextTurn = nextDueAt === undefined ? undefined : ({ kind: dueKind, at: nextDueAt } as Turn)
  return { ...announcement, body, ...(nextTurn && { nextTurn }) } as unknown as Announcement
}
