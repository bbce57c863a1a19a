import { Refusal } from '../runtime/refusal.ts'
import { type Change, unchanged } from './change.ts'
import { mostWatchers } from './edit.ts'
import type { Incident, Person } from './incident.ts'
import type { Mover } from './move.ts'

/**
 * Puts somebody among those who watch, or takes them off; asking twice changes nothing.
 * Who follows it is for those who work on it to know. @throws Refusal `conflict` when it has all it can have.
 */
export function watch(
  incident: Incident,
  person: Person,
  wants: 'on' | 'off',
  { by, channel, now }: Pick<Mover, 'by' | 'channel' | 'now'>,
): Change {
  const before = incident.watchers ?? []
  const isOn = before.some(({ id }) => id === person.id)
  if (isOn === (wants === 'on')) return unchanged(incident)
  if (wants === 'on' && before.length >= mostWatchers) throw crowded()
  const watchers = wants === 'on' ? [...before, person] : before.filter(({ id }) => id !== person.id)
  return {
    before: incident,
    after: { ...incident, watchers },
    events: [
      {
        ...{ type: 'incident.watchers_changed', at: now, by, channel, visibility: 'internal' },
        ...{ before: { watchers: before }, after: { watchers } },
      },
    ],
  }
}

const crowded = () =>
  new Refusal('conflict', {
    en: `${mostWatchers} people watch this already, and there is no place for more.`,
    de: `Diesen Vorfall beobachten schon ${mostWatchers} Personen; für mehr ist kein Platz.`,
  })
