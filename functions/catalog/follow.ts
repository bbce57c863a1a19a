import type { Change, Follower, View } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import type { Priority } from '../incidents/priority.ts'
import { Refusal } from '../runtime/refusal.ts'
import type { Category } from './catalog.ts'
import { completenessOf, guidelineOf, type Missing } from './completeness.ts'

type CatalogSettings = {
  categories: readonly Category[]
  completeness: { demandedPercent: number; priorities: readonly Priority[] }
}
/** What stays with the incident: the score, and what is missing by the ids of the criteria. */
type Slice = { percent: number; missing: string[] }

const sliceOf = ({ slices }: Incident) => slices.completeness as Slice | undefined

/**
 * Scores the record again whenever its words come with the change, and keeps an urgent incident
 * from being resolved by a person while its record says less than is demanded.
 * @throws Refusal `incomplete` naming what is missing.
 */
export const followIncident: Follower<CatalogSettings> = (change, { settings }) => {
  const scored = change.texts ? withScore(change, settings) : change
  demandComplete(scored, settings)
  return scored
}

function withScore(change: Change, { categories }: CatalogSettings): Change {
  const { after, texts } = change
  const { serviceId, categoryId } = after
  const { percent, missing } = completenessOf(categories, {
    ...{ description: texts?.description ?? '', fields: texts?.fields ?? {} },
    ...{ serviceId, categoryId },
  })
  const completeness: Slice = { percent, missing: missing.map(({ id }) => id) }
  return {
    ...change,
    after: {
      ...after,
      slices: { ...after.slices, completeness },
      row: { ...after.row, completeness: percent },
    },
  }
}

function demandComplete({ before, after, events }: Change, settings: CatalogSettings): void {
  const { demandedPercent, priorities } = settings.completeness
  const resolves = before && before.state !== 'resolved' && after.state === 'resolved'
  const slice = sliceOf(after)
  if (!resolves || !slice || slice.percent >= demandedPercent) return
  if (!priorities.includes(after.priority) || events[0]?.by.kind === 'system') return
  throw incomplete(missingOf(after, slice, settings), { ...slice, demandedPercent })
}

/** The missing criteria that the guideline still has. */
const missingOf = (
  { categoryId }: Incident,
  { missing }: Slice,
  { categories }: Pick<CatalogSettings, 'categories'>,
): Missing[] =>
  guidelineOf(categories, categoryId)
    .filter(({ id }) => missing.includes(id))
    .map(({ id, label }) => ({ id, label }))

/** Staff see how complete the record is; requesters see it while they write. */
export const viewCompleteness: View<Pick<CatalogSettings, 'categories'>> = (incident, reader) => {
  const slice = sliceOf(incident)
  if (!slice || !reader.seesInternal) return {}
  const missing = missingOf(incident, slice, reader.settings)
  return { completeness: { percent: slice.percent, missing } }
}

function incomplete(
  missing: readonly Missing[],
  { percent, demandedPercent }: { percent: number; demandedPercent: number },
) {
  const list = (language: 'en' | 'de') => missing.map(({ label }) => label[language]).join('; ')
  return new Refusal(
    'incomplete',
    {
      en: `The record is ${percent} % complete; ${demandedPercent} % are asked before it is resolved. Still missing: ${list('en')}.`,
      de: `Die Aufzeichnung ist zu ${percent} % vollständig; vor dem Lösen werden ${demandedPercent} % erwartet. Es fehlt noch: ${list('de')}.`,
    },
    { errors: missing.map(({ label }) => ({ path: 'completeness', message: label })) },
  )
}
