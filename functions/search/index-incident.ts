import type { Incidents } from '../incidents/store.ts'
import { Refusal } from '../runtime/refusal.ts'
import { digestOf, mostSteps, type SearchIndex } from './index-store.ts'
import { monthOf, placeOf } from './place.ts'
import { type Held, planned } from './plan.ts'
import { searchableFrom } from './searchable.ts'

type Stores = { incidents: Pick<Incidents, 'read' | 'readEntries'>; index: SearchIndex }

const attempts = 6
const notedMonths = new Set<string>()

/**
 * Brings the index to how the incident stands now, whichever event told of it: a second time changes nothing.
 * What is held is read before the incident, and written over only if it is still that, so that whoever read an older
 * state loses against whoever has stored a newer one, reads again, and decides again.
 * @throws Error when others were faster every time; the queue brings the event again.
 */
export async function indexIncident(id: string, { incidents, index }: Stores): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const held = await index.readHeld(id)
    const [record, said, noted] = await Promise.all([
      incidents.read(id),
      incidents.readEntries(id, 'public'),
      incidents.readEntries(id, 'internal'),
    ])
    if (!record) throw new Error(`${id} was announced, but is not in the table.`)
    const { incident, texts } = record
    const wanted = searchableFrom(incident, { texts, entries: [...said, ...noted].reverse() })
    const batches = planned(held, { ...wanted, row: digestOf(incident) }, { most: mostSteps })
    if (batches.length === 0) return

    const [had, has] = [wordsIn(held), wordsIn(wanted)]
    await Promise.all([note(monthOf(placeOf(incident)), index), index.learn([...has.difference(had)])])
    if (await storeAll()) return index.forget([...had.difference(has)])

    async function storeAll(): Promise<boolean> {
      for (const batch of batches) {
        if (!(await index.store(batch, { incident, wanted }).catch(isRefused))) return false
      }
      return true
    }
  }
  throw new Error(`${id} changes faster than it can be indexed.`)
}

const wordsIn = ({ words, internal }: Pick<Held, 'words' | 'internal'>) => new Set([...words, ...internal])

/** Two transactions that met on the incident: as if the other one had been first. */
function isRefused(error: unknown): false {
  if (error instanceof Refusal) return false
  throw error
}

async function note(month: string, index: SearchIndex): Promise<void> {
  if (notedMonths.has(month)) return
  await index.noteMonth(month)
  notedMonths.add(month)
}
