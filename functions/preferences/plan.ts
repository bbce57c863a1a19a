import type { Priority } from '../incidents/priority.ts'
import { after, type Instant, minutes } from '../runtime/instant.ts'
import type { Channel, NotificationDefaults, Preferences } from './preferences.ts'
import { quietUntil } from './quiet-hours.ts'

/** One way that somebody is told, when, and what says so. */
export type Planned = {
  channel: Channel
  at: Instant
  /**
   * `rule` of the person's own, `default` of the organisation, `forced` by it; `fallback` is mail where no other way
   * is open; `quiet_hours` put it off.
   */
  because: 'rule' | 'default' | 'forced' | 'fallback' | 'quiet_hours'
}

export type PlanFor = {
  preferences: Preferences
  defaults: NotificationDefaults
  priority: Priority
  /** The person's own, in which their quiet hours are meant. */
  zone: string
  /** When the step was due. */
  at: Instant
}

/** Whether somebody can be reached so: everybody has a mail address. */
export const isReachable = ({ phone, webhook }: Preferences, channel: Channel): boolean =>
  ({ mail: true, sms: Boolean(phone), webhook: Boolean(webhook) })[channel]

/** The channels that a person's own rules name though they gave no number or address for them. */
export function unreachableBy({
  preferences,
  priority,
}: Pick<PlanFor, 'preferences' | 'priority'>): Channel[] {
  const chosen = preferences.rules?.[isUrgent(priority) ? 'urgent' : 'normal'] ?? []
  return [...new Set(chosen.map(({ channel }) => channel))].filter(
    (channel) => !isReachable(preferences, channel),
  )
}

const isUrgent = (priority: Priority): boolean => priority === 'P1' || priority === 'P2'

/**
 * How one person is told of one page, in the order of time: by their own rules or those of the organisation, as far as
 * they can be reached so. What the organisation forces on urgent pages comes at once, also in quiet hours; everything
 * else but P1 waits until those are over. Whoever can be reached in no way that was chosen gets a mail. The same
 * channel may come again later, but not twice at the same moment.
 */
export function planFor({ preferences, defaults, priority, zone, at }: PlanFor): Planned[] {
  const urgency = isUrgent(priority) ? 'urgent' : 'normal'
  const own = preferences.rules
  const chosen = (own ?? defaults.rules)[urgency]
    .filter(({ channel }) => isReachable(preferences, channel))
    .map(({ channel, delayMinutes }) => ({
      channel,
      at: after(at, minutes(delayMinutes)),
      because: own ? ('rule' as const) : ('default' as const),
    }))
  const ways: Planned[] = chosen.length > 0 ? chosen : [{ channel: 'mail', at, because: 'fallback' }]
  const forced = (urgency === 'urgent' ? defaults.forced : [])
    .filter((channel) => isReachable(preferences, channel))
    .map((channel): Planned => ({ channel, at, because: 'forced' }))

  const allowed = ways.map((way): Planned => {
    const until = priority === 'P1' ? undefined : quietUntil(preferences.quietHours, zone, way.at)
    return until ? { ...way, at: until, because: 'quiet_hours' } : way
  })
  return withoutDoubles([...allowed, ...forced]).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

const withoutDoubles = (ways: readonly Planned[]): Planned[] =>
  ways.filter(
    ({ channel, at }, index) =>
      ways.findIndex((other) => other.channel === channel && other.at === at) === index,
  )
