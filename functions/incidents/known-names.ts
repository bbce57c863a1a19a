import { unknown } from './refusals.ts'

type Named = { id: string; retired?: boolean }

/**
 * @param kept what the incident names already: it may go on naming what was retired meanwhile.
 * @throws Refusal `incomplete` naming the field that refers to nothing here, or to what is offered no more.
 */
export function demandKnown(
  { serviceId, categoryId, teamId }: { serviceId?: string; categoryId?: string; teamId?: string },
  { services, categories, teams }: Record<'services' | 'categories' | 'teams', readonly Named[]>,
  kept: { serviceId?: string; categoryId?: string } = {},
): void {
  const known = (id: string | undefined, among: readonly Named[]) =>
    !id ||
    among.some((one) => one.id === id && (!one.retired || id === kept.serviceId || id === kept.categoryId))
  if (!known(serviceId, services)) throw unknown('serviceId')
  if (!known(categoryId, categories)) throw unknown('categoryId')
  if (!known(teamId, teams)) throw unknown('teamId')
}
