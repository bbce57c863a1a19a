import type { Instant } from '../runtime/instant.ts'
import { type Announcement, isInForce } from './announcement.ts'
import { type ComponentState, worstOf } from './component-state.ts'

/** How each of these components is: the worst that an announcement in force says of it, otherwise operational. */
export function statesOfComponents<Component extends { id: string }>(
  components: readonly Component[],
  announcements: readonly Announcement[],
  now: Instant,
): (Component & { state: ComponentState })[] {
  const said = announcements.filter((one) => isInForce(one, now)).flatMap((one) => one.components)
  return components.map((component) => ({
    ...component,
    state: worstOf(said.filter(({ id }) => id === component.id).map(({ state }) => state)),
  }))
}
