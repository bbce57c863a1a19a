import type { Language } from '../runtime/text.ts'
import { announcementCard, pastItem } from './announcement-card.ts'
import { hull, type Mood, sign } from './drawings.ts'
import { html, type Markup } from './html.ts'
import type { Site } from './site.ts'
import { styleFile } from './style.ts'
import { clockTime, when } from './when.ts'
import { words } from './words.ts'

export type Addresses = { portalUrl: string; statusUrl: string }

/** Nothing runs, nothing loads from elsewhere, nothing is sent. */
const policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"

/** The whole page in one language. What people wrote stays as they wrote it, escaped. */
export function statusPage(site: Site, language: Language, addresses: Addresses): string {
  const t = words[language]
  const root = language === 'en' ? '' : '../'
  const other = language === 'en' ? 'de/index.html' : '../index.html'
  const glance = headlineOf(site, language)
  const page = html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${glance} · ${t.title(site.organisationName)}</title>
<link rel="stylesheet" href="${root}${styleFile}"><link rel="icon" href="${root}icon.svg?${site.state}">
<link rel="alternate" type="application/atom+xml" title="${t.title(site.organisationName)}" href="${root}feed.atom">
<link rel="alternate" hreflang="${language === 'en' ? 'de' : 'en'}" href="${other}"></head>
<body><a class="skip" href="#systems">${t.skip}</a>
<header class="sky ${moodOf(site)}"><div class="column"><div class="top"><b dir="auto">${t.title(site.organisationName)}</b><a href="${other}" lang="${language === 'en' ? 'de' : 'en'}">${t.toOtherLanguage}</a></div>
<div class="hero"><h1>${glance}</h1>${lead(site, language)}</div></div></header>
<main class="column"><div class="below ${moodOf(site)}">${hull(site.state)}<p class="changed">${t.lastChange}: ${when(site.updatedAt, language)}</p></div>
${
  site.current.length > 0 &&
  section(
    t.now,
    site.current.map((story) => announcementCard(story, site, { language, addresses })),
  )
}
<section id="systems"><h2>${t.components}</h2><div class="groups">${groupsOf(site, language)}</div></section>
${
  site.upcoming.length > 0 &&
  section(
    t.upcoming,
    site.upcoming.map((story) => announcementCard(story, site, { language, addresses })),
  )
}
<section><h2>${t.history}</h2>${site.recent.length > 0 ? html`<ul class="past">${site.recent.map((story) => pastItem(story, site, language))}</ul>` : html`<p class="changed">${t.historyEmpty}</p>`}</section>
<footer><ul><li><a href="${addresses.portalUrl}/report">${t.report}</a></li><li><a href="${root}feed.atom">${t.feed}</a></li><li><a href="${root}status.json">${t.data}</a></li></ul><p>${t.foot}</p></footer>
</main></body></html>
`
  return page.markup
}

const section = (title: string, parts: Markup[]): Markup => html`<section><h2>${title}</h2>${parts}</section>`

const isNotice = ({ state, current }: Site) =>
  state === 'operational' && current.some(({ announcement }) => announcement.highPriority)

const moodOf = (site: Site): Mood => (isNotice(site) ? 'notice' : site.state)

const headlineOf = (site: Site, language: Language): string =>
  isNotice(site) ? words[language].notice : words[language].headlines[site.state]

function lead(site: Site, language: Language): Markup {
  const t = words[language]
  const next =
    site.nextWordBy !== undefined &&
    html`<p class="next">${t.nextWord} ${nearby(site) ? clockTime(site.nextWordBy, language) : when(site.nextWordBy, language)}</p>`
  if (site.state === 'operational') {
    return html`<p class="lead">${site.current.length > 0 ? t.summaryNotice : t.summaryCalm}</p>${next}`
  }
  const worst = site.components.filter(({ state }) => state !== 'operational')
  return html`<p class="lead">${t.affected}: ${worst.map(({ name }) => name[language]).join(', ')}</p>${next}`
}

/** On the same day as the last change, the time alone is clear. */
const nearby = ({ nextWordBy, updatedAt }: Site) => nextWordBy?.slice(0, 10) === updatedAt.slice(0, 10)

function groupsOf({ components }: Site, language: Language): Markup[] {
  const groups = [...new Set(components.map(({ group }) => group[language]))]
  return groups.map(
    (group) =>
      html`<div class="card"><h3 dir="auto">${group}</h3><ul>${components
        .filter((component) => component.group[language] === group)
        .map(
          ({ name, state }) =>
            html`<li class="${state}"><span class="name" dir="auto">${name[language]}</span><span class="state">${sign(state)}${words[language].states[state]}</span></li>`,
        )}</ul></div>`,
  )
}
