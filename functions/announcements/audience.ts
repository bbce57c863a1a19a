import { permits } from '../people/access.ts'
import type { Caller } from '../runtime/caller.ts'
import type { Role } from '../runtime/roles.ts'
import type { Announcement, Audience } from './announcement.ts'

/** Which announcements this reader may see; whoever has not signed in is a reader without any right. */
const readable = {
  public: () => true,
  signed_in: (reader) => reader.may('announcement.read'),
  agents: (reader) => reader.may('announcement.read_for_agents'),
} as const satisfies Record<Audience, (reader: Pick<Caller, 'may'>) => boolean>

export const mayRead = (reader: Pick<Caller, 'may'>, { audience }: Pick<Announcement, 'audience'>): boolean =>
  readable[audience](reader)

/** Whether an announcement for this audience is written to a person with these roles. */
export const isAddressed = (audience: Audience, { roles }: { roles: readonly Role[] }): boolean =>
  audience !== 'agents' || permits(roles, 'announcement.read_for_agents', { own: false })
