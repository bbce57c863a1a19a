import { icon } from './drawings.ts'
import { atomFeed } from './feed.ts'
import { type Addresses, statusPage } from './page.ts'
import { type Site, summaryOf } from './site.ts'
import { style, styleFile } from './style.ts'

export type SiteFile = { key: string; body: string; contentType: string; cacheControl: string }

/** A change is seen within seconds; a copy may be shown for a day when the origin is away. */
const fresh = 'public, max-age=15, stale-while-revalidate=30, stale-if-error=86400'
const forGood = 'public, max-age=31536000, immutable'

/** The whole site. The look comes first, so that no page is ever there before it. */
export function filesOf(site: Site, addresses: Addresses): SiteFile[] {
  const file = (key: string, contentType: string, body: string, cacheControl = fresh): SiteFile => ({
    key,
    body,
    contentType,
    cacheControl,
  })
  return [
    file(styleFile, 'text/css; charset=utf-8', style, forGood),
    file('icon.svg', 'image/svg+xml', icon(site.state)),
    file('status.json', 'application/json; charset=utf-8', JSON.stringify(summaryOf(site))),
    file('feed.atom', 'application/atom+xml; charset=utf-8', atomFeed(site, addresses)),
    file('de/index.html', 'text/html; charset=utf-8', statusPage(site, 'de', addresses)),
    file('index.html', 'text/html; charset=utf-8', statusPage(site, 'en', addresses)),
  ]
}
