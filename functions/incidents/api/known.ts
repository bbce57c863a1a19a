import type { Settings } from '../../settings/settings.ts'
import { unknown } from '../refusals.ts'

/** @throws Refusal `incomplete` naming the field that refers to nothing here. */
export function demandKnown(
  { serviceId, categoryId, teamId }: { serviceId?: string; categoryId?: string; teamId?: string },
  { services, categories, teams }: Pick<Settings, 'services' | 'categories' | 'teams'>,
): void {
  const known = (id: string | undefined, among: readonly { id: string }[]) =>
    !id || among.some((one) => one.id === id)
  if (!known(serviceId, services)) throw unknown('serviceId')
  if (!known(categoryId, categories)) throw unknown('categoryId')
  if (!known(teamId, teams)) throw unknown('teamId')
}
