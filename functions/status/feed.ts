import { html, type Markup } from './html.ts'
import type { Addresses } from './page.ts'
import type { Site, Story } from './site.ts'
import { words } from './words.ts'

/** The public announcements as an Atom feed (RFC 4287), one entry each, which changes with every word. */
export function atomFeed(site: Site, { statusUrl }: Addresses): string {
  const stories = [...site.current, ...site.upcoming, ...site.recent].sort((a, b) =>
    a.announcement.updatedAt < b.announcement.updatedAt ? 1 : -1,
  )
  const feed = html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${statusUrl}/</id><title>${words.en.title(site.organisationName)}</title><updated>${site.updatedAt}</updated><author><name>${site.organisationName}</name></author>
<link href="${statusUrl}/"/><link rel="self" type="application/atom+xml" href="${statusUrl}/feed.atom"/>
${stories.map((story) => entryOf(story, statusUrl))}</feed>
`
  return feed.markup
}

function entryOf({ announcement, words: said }: Story, statusUrl: string): Markup {
  const { id, title, stage, highPriority, publishedAt, updatedAt } = announcement
  const important = highPriority ? `${words.en.important}: ` : ''
  return html`<entry><id>urn:evenkeel:announcement:${id}</id><title>${important}${title} (${words.en.stages[stage]})</title><published>${publishedAt}</published><updated>${updatedAt}</updated><link href="${statusUrl}/#${id}"/><content type="text">${said.at(-1)?.text}</content></entry>
`
}
