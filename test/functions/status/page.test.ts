import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { atomFeed } from '../../../functions/status/feed.ts'
import { filesOf } from '../../../functions/status/files.ts'
import { statusPage } from '../../../functions/status/page.ts'
import type { Site } from '../../../functions/status/site.ts'
import { now, story } from '../announcements/fixture.ts'
import { addresses, siteWith } from './fixture.ts'

const hostile = [
  '<script>alert(1)</script>',
  '</p><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '&lt;b&gt; & ]]> <!--',
  '\u202Egnp.exe\u0000\u0008\uD800',
]
const unprintable = /[^\P{Cc}\n]/u
/** Everything that a browser would read as markup. */
const markupOf = (page: string) => page.match(/<[^>]*>/g)

function siteAbout(text: string) {
  const over = story({ title: text, body: text }, [{ stage: 'resolved', body: text, at: now }])
  return siteWith([story({ id: 'ann_2', title: text, body: text, highPriority: true })], [over])
}
const calm = statusPage(siteWith([], []), 'en', addresses)

describe('the status page', () => {
  test.each(hostile)('shows %j as words, nothing more', (text) => {
    for (const render of [
      (site: Site) => statusPage(site, 'en', addresses),
      (site: Site) => atomFeed(site, addresses),
    ]) {
      const page = render(siteAbout(text))
      expect(markupOf(page)).toEqual(markupOf(render(siteAbout('harmless'))))
      expect(page).not.toMatch(unprintable)
      expect(page.isWellFormed()).toBe(true)
    }
  })

  test('runs no script and carries a policy that would stop one', () => {
    expect(calm).not.toMatch(/<script|\son\w+=|style="/)
    expect(calm).toContain(`content="default-src &#39;none&#39;; style-src &#39;self&#39;`)
  })

  test.each([
    ['en', [], 'All systems operational'],
    ['de', [], 'Alle Systeme funktionieren'],
    ['en', [story()], 'Major outage'],
    ['de', [story()], 'Schwerer Ausfall'],
    ['en', [story({ components: [], highPriority: true })], 'There is something you should know'],
  ] as const)('tells in one glance, in %s', (language, active, headline) => {
    expect(statusPage(siteWith([...active]), language, addresses)).toContain(`<h1>${headline}</h1>`)
  })

  test('says when the next word comes, in UTC and marked as such', () => {
    expect(statusPage(siteWith([story({ highPriority: true })]), 'en', addresses)).toContain(
      'Next update by <time datetime="2026-11-23T09:20:00.000Z">09:20 UTC</time>',
    )
  })

  test('names what is wrong, a state in words and in a shape', () => {
    const page = statusPage(siteWith([story()]), 'en', addresses)
    expect(page).toContain('Affected: Email')
    expect(page).toMatch(
      /<li class="major_outage"><span class="name" dir="auto">Email<\/span>.*?Major outage<\/span>/,
    )
  })

  test('is small when much goes wrong at once', () => {
    const said = Array.from({ length: 12 }, (_, index) => ({
      stage: 'identified' as const,
      body: `Step ${index}: ${Buffer.from(String(index * 7919).repeat(99))
        .toString('base64')
        .slice(0, 500)}`,
      at: `2026-11-23T09:${String(index + 10)}:00.000Z`,
    }))
    const many = Array.from({ length: 5 }, (_, index) => story({ id: `ann_${index}` }, said))
    const files = filesOf(siteWith(many, [], '2026-11-23T09:30:00.000Z'), addresses)
    const first = files.filter(({ key }) => key === 'index.html' || key.endsWith('.css'))
    const bytes = first.reduce((sum, { body }) => sum + gzipSync(body).length, 0)
    expect(bytes).toBeLessThan(14 * 1024)
  })
})

test('the feed has an entry for each announcement, with its newest word', () => {
  const feed = atomFeed(
    siteWith([story({}, [{ stage: 'identified', body: 'A full disk.', at: now }])]),
    addresses,
  )
  expect(feed).toContain('<id>urn:evenkeel:announcement:ann_1</id><title>Email is down (Identified)</title>')
  expect(feed).toContain('<content type="text">A full disk.</content>')
})
