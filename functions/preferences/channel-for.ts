import { isReachable } from './plan.ts'
import type { Channel, Preferences } from './preferences.ts'

/**
 * The channel in which somebody is told something that is no page: the one that is wished for, else the first of what
 * is not urgent; mail if they cannot be reached so.
 */
export function channelFor({
  preferences,
  channel,
}: {
  preferences: Preferences
  channel?: Channel
}): Channel {
  const wished = channel ?? preferences.rules?.normal[0]?.channel ?? 'mail'
  return isReachable(preferences, wished) ? wished : 'mail'
}
