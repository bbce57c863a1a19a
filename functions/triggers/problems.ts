import type { Trigger } from '../preferences/trigger.ts'
import { Refusal } from '../runtime/refusal.ts'

type Known = Record<'teams' | 'services' | 'categories', readonly { id: string }[]>

/** @throws Refusal `incomplete` for a filter that names what is not there. */
export function demandKnown({ where }: Pick<Trigger, 'where'>, { teams, services, categories }: Known): void {
  const errors = [
    ...strange('teamIds', where.teamIds, teams),
    ...strange('serviceIds', where.serviceIds, services),
    ...strange('categoryIds', where.categoryIds, categories),
  ]
  if (errors.length > 0) throw new Refusal('incomplete', message, { errors })
}

const strange = (field: string, ids: readonly string[] = [], known: readonly { id: string }[]) =>
  ids.flatMap((id, index) =>
    known.some((one) => one.id === id) ? [] : [{ path: `where.${field}.${index}`, message }],
  )

const message = {
  en: 'This names something that does not exist here. Choose from the list.',
  de: 'Das gibt es hier nicht. Wählen Sie einen Eintrag aus der Liste.',
}
