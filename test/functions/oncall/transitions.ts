import { Temporal } from 'temporal-polyfill'

/** A moment at which a zone changes its offset from UTC, all in milliseconds. */
export type Transition = { zone: string; at: number; before: number; after: number }

const [first, last] = ['2026-01-01T00:00:00Z', '2031-01-01T00:00:00Z'].map((at) => Date.parse(at)) as [
  number,
  number,
]

function* transitionsIn(zone: string): Generator<Transition> {
  let moment = Temporal.Instant.fromEpochMilliseconds(first).toZonedDateTimeISO(zone)
  for (;;) {
    const next = moment.getTimeZoneTransition('next')
    if (!next || next.epochMilliseconds >= last) return
    const before = next.subtract({ milliseconds: 1 }).offsetNanoseconds / 1e6
    const after = next.offsetNanoseconds / 1e6
    if (before !== after) yield { zone, at: next.epochMilliseconds, before, after }
    moment = next
  }
}

/**
 * Every change of the clock in every zone from 2026 to 2030. Zones that share a change, instant and offsets alike,
 * are looked at once: nothing else of a zone enters into what is on call around it.
 */
export function everyTransition(): { zones: number; transitions: Transition[] } {
  const zones = Intl.supportedValuesOf('timeZone')
  const single = new Map<string, Transition>()
  for (const zone of zones) {
    for (const one of transitionsIn(zone)) single.set(`${one.at} ${one.before} ${one.after}`, one)
  }
  return { zones: zones.length, transitions: [...single.values()] }
}

const minute = 60_000

/** The wall clock around a transition, minute by minute: what it shows, and the furthest it has shown. */
export function clockAround({ at, before, after }: Transition, hours: number) {
  let furthest = Number.NEGATIVE_INFINITY
  return Array.from({ length: hours * 120 }, (_, index) => {
    const instant = at + (index - hours * 60) * minute
    const shown = instant + (instant < at ? before : after)
    furthest = Math.max(furthest, shown)
    return { instant, shown, furthest }
  })
}
