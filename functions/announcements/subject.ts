import { permits } from '../people/access.ts'
import type { Action } from '../runtime/caller.ts'
import type { Services } from '../runtime/services.ts'
import { idPattern } from './announcement.ts'

/** Whether there can be an announcement of this name, so that nothing else is looked for. */
export const isId = (id: string): boolean => idPattern.test(id)

/**
 * Whether the caller could do this when they were read last: worth reading for beside the rights, which still decide.
 * Who is new to this container waits for a second round trip.
 */
export const probablyMay = (
  callerId: string,
  action: Action,
  { people }: Pick<Services, 'people'>,
): boolean => permits(people.lastRead(callerId)?.roles ?? [], action, { own: true })
