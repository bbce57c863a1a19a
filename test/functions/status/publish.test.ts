import { describe, expect, test } from 'vitest'
import type { SiteFile } from '../../../functions/status/files.ts'
import { publishSite } from '../../../functions/status/publish.ts'
import type { Story } from '../../../functions/status/site.ts'
import { story } from '../announcements/fixture.ts'
import { addresses, siteWith } from './fixture.ts'

/** A world whose announcements change with each of the first reads. */
function world(...states: Story[][]) {
  const written = new Map<string, string>()
  let reads = 0
  return {
    written,
    read: async () => siteWith(states[Math.min(reads++, states.length - 1)] ?? []),
    put: async ({ key, body }: SiteFile) => void written.set(key, body),
  }
}

describe('publishing the site', () => {
  test('writes both languages, the data and the feed', async () => {
    const { written, ...around } = world([])
    await publishSite(addresses, around)
    expect([...written.keys()].map((key) => key.replace(/^style-.*/, 'style'))).toEqual([
      'style',
      'icon.svg',
      'status.json',
      'feed.atom',
      'de/index.html',
      'index.html',
    ])
  })

  test('ends with what is true although it changed while it was written', async () => {
    const { written, ...around } = world([], [story()])
    await publishSite(addresses, around)
    expect(written.get('index.html')).toContain('<h1>Major outage</h1>')
  })

  test('writes the same bytes for the same facts', async () => {
    const [one, two] = [world([story()]), world([story()])]
    await publishSite(addresses, one)
    await publishSite(addresses, two)
    expect(one.written).toEqual(two.written)
  })
})
