import type { Problem } from '../catalog/problem.ts'
import type { Caller } from '../runtime/caller.ts'
import type { Services } from '../runtime/services.ts'
import { stale } from '../runtime/stale.ts'
import type { Write } from '../runtime/table.ts'
import { newProblems } from './problems.ts'
import { inconsistent } from './refusals.ts'
import type { Settings } from './settings.ts'
import type { Snapshot } from './store.ts'

type Saving = {
  caller: Caller
  now: string
  /** Where in the document the sent body stands: `services.3`. */
  place?: string
  /** What else is wrong with the sent body, by its own places. */
  problems?: readonly Problem[]
  /** What is stored with it, or not at all. */
  writes?: readonly Write[]
}

/**
 * Puts changed settings into force over those that were read.
 * @throws Refusal `incomplete` for what would not fit together; `stale` when somebody was faster, after which
 * the pipeline decides again on what is there then.
 */
export async function saveSettings(
  before: Snapshot,
  after: Settings,
  { caller, now, place, writes, problems: known = [] }: Saving,
  { settings }: Services,
): Promise<void> {
  const problems = [...newProblems(before.settings, after).map(within(place)), ...known]
  if (problems.length > 0) throw inconsistent(problems)
  const by = { kind: 'person' as const, id: caller.id, name: caller.name }
  if (!(await settings.change(before, after, { by, now, writes }))) throw stale()
}

/** A problem as whoever sent one item of a list knows its place: `form.2.id`. */
const within =
  (place: string | undefined) =>
  ({ path, message }: ReturnType<typeof newProblems>[number]) => {
    const isWithin = place !== undefined && (path === place || path.startsWith(`${place}.`))
    return { path: isWithin ? path.slice(place.length + 1) : path, message }
  }
