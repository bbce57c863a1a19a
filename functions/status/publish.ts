import { canonicalJson } from '../runtime/hash.ts'
import { filesOf, type SiteFile } from './files.ts'
import type { Addresses } from './page.ts'
import type { Site } from './site.ts'

const mostRounds = 5

/**
 * Writes the site as it is now. Two publishers may overtake each other, so each looks again after it has written
 * and writes once more if anything changed meanwhile: whoever is last has written what is true.
 * @throws Error when it keeps changing, so that the queue brings the event again.
 */
export async function publishSite(
  addresses: Addresses,
  { read, put }: { read(): Promise<Site>; put(file: SiteFile): Promise<void> },
): Promise<void> {
  let site = await read()
  for (let round = 0; round < mostRounds; round++) {
    for (const file of filesOf(site, addresses)) await put(file)
    const written = site
    site = await read()
    if (isSame(written, site)) return
  }
  throw new Error('The site changed faster than it could be written.')
}

/** Whether nothing but time has passed. */
const isSame = (a: Site, b: Site) => canonicalJson(timeless(a)) === canonicalJson(timeless(b))

const timeless = ({ now, updatedAt, nextWordBy, ...site }: Site) => site
