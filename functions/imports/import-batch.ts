import type { Person } from '../people/person.ts'
import type { Instant } from '../runtime/instant.ts'
import { followers, wakes } from '../runtime/reactions.ts'
import { Refusal } from '../runtime/refusal.ts'
import type { Services } from '../runtime/services.ts'
import { type Batch, type Life, namedIn } from './life.ts'
import { replay } from './replay.ts'
import { openImports } from './store.ts'

/** How many came in, how many were there before, and what the rules refused, by its name where it comes from. */
export type Outcome = { imported: number; known: number; refused: { externalId: string; why: string }[] }

const atOnce = 4
/** People in one round trip. */
const mostRead = 100

/** Brings incidents of the past in. The same batch a second time, or beside itself, changes nothing. */
export async function importBatch(
  { source, people, incidents }: Batch,
  now: Instant,
  services: Pick<Services, 'table' | 'people' | 'settings' | 'incidents'>,
): Promise<Outcome> {
  const imports = openImports(services.table)
  const [settings, known, present] = await Promise.all([
    services.settings.current(),
    imports.readKnown(source, [...new Set(incidents.map(({ externalId }) => externalId))]),
    peopleFor({ people, incidents }, services),
  ])
  const fresh = incidents.filter(({ externalId }) => !known.has(externalId))
  const outcome: Outcome = { imported: 0, known: incidents.length - fresh.length, refused: [] }
  if (fresh.length === 0) return outcome

  const ids = await services.incidents.nextIds(fresh.length)
  const waiting = fresh.map((life, index) => ({ life, id: ids[index] ?? '' }))
  const importOne = async (life: Life, id: string): Promise<void> => {
    const { externalId } = life
    try {
      const replayed = replay(life, { id, source, now, people: present, settings, followers, wakes })
      if (await imports.write({ source, externalId }, replayed, now)) outcome.imported += 1
      else outcome.known += 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      outcome.refused.push({ externalId, why: error.message })
    }
  }
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await importOne(next.life, next.id)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return outcome
}

/** Everybody who is named, as they are known here; who is not gets known. */
async function peopleFor(
  { people, incidents }: Pick<Batch, 'people' | 'incidents'>,
  { people: store }: Pick<Services, 'people'>,
): Promise<Map<string, Person>> {
  const ids = namedIn(incidents)
  const read = Array.from({ length: Math.ceil(ids.length / mostRead) }, (_, page) =>
    store.readMany(ids.slice(page * mostRead, (page + 1) * mostRead)),
  )
  const known = new Map((await Promise.all(read)).flat().map((person) => [person.id, person]))
  const fresh = people.filter(({ id }) => ids.includes(id) && !known.has(id))
  await Promise.all(fresh.map((person) => store.write(person)))
  return new Map([...known, ...fresh.map((person) => [person.id, person] as const)])
}
