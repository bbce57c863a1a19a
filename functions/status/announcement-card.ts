import type { Announcement, Word } from '../announcements/announcement.ts'
import { nextWordBy } from '../announcements/cadence.ts'
import { worstOf } from '../announcements/component-state.ts'
import type { Language } from '../runtime/text.ts'
import { type Mood, sign } from './drawings.ts'
import { html, type Markup } from './html.ts'
import { overSince, type Site, type Story } from './site.ts'
import { duration, when } from './when.ts'
import { words } from './words.ts'

/** This many words stand open; what was said before can be unfolded. */
const open = 3
/** A page must stay small when every phone loads it at once; the whole text is a click away. */
const longestText = 1500
const mostFolded = 12

type Setting = { language: Language; addresses: { portalUrl: string } }

/** One announcement with everything said about it, the newest first. */
export function announcementCard(story: Story, site: Site, { language, addresses }: Setting): Markup {
  const t = words[language]
  const { announcement } = story
  const url = `${addresses.portalUrl}/announcements/${announcement.id}`
  const mood = moodOf(announcement)
  const upcoming = announcement.startsAt > site.now
  const said = [...story.words].reverse().map((word) => wordItem(word, { language, url, upcoming }))
  const folded = said.slice(open, open + mostFolded)
  return html`<article class="card said ${mood}" id="${announcement.id}"><p class="kind">${sign(mood)}${kindOf(announcement, upcoming, language)}</p>
<h3 dir="auto">${announcement.title}</h3>
<dl class="facts">${factsOf(announcement, site, language)}</dl>${affectedList(announcement, site, language)}
<ol class="words">${said.slice(0, open)}</ol>${folded.length > 0 && html`<details><summary>${t.older(said.length - open)}</summary><ol class="words">${folded}</ol></details>`}</article>
`
}

/** High priority is red whatever it says of components. */
function moodOf({ highPriority, components }: Announcement): Mood {
  if (highPriority) return 'major_outage'
  return components.length === 0 ? 'notice' : worstOf(components.map(({ state }) => state))
}

function kindOf({ highPriority, stage }: Announcement, upcoming: boolean, language: Language): string {
  const t = words[language]
  return `${highPriority ? t.important : t.announcement} · ${upcoming ? t.planned : t.stages[stage]}`
}

function factsOf(announcement: Announcement, { now }: Site, language: Language): Markup[] {
  const t = words[language]
  const upcoming = announcement.startsAt > now
  const due = upcoming ? undefined : nextWordBy(announcement, now)
  return [
    fact(upcoming ? t.starts : t.since, when(announcement.startsAt, language)),
    ...(announcement.endsAt ? [fact(t.expectedEnd, when(announcement.endsAt, language))] : []),
    ...(due ? [fact(t.nextWord, when(due, language), 'due')] : []),
  ]
}

const fact = (label: string, value: Markup, name = 'fact'): Markup =>
  html`<div class="${name}"><dt>${label}</dt><dd>${value}</dd></div>`

function affectedList({ components }: Announcement, site: Site, language: Language): Markup | undefined {
  if (components.length === 0) return undefined
  const items = components.map(
    ({ id, state }) =>
      html`<li class="${state}">${sign(state)}<span>${nameOf(id, site, language)}: ${words[language].states[state]}</span></li>`,
  )
  return html`<ul class="hit" aria-label="${words[language].affected}">${items}</ul>`
}

const nameOf = (id: string, { components }: Site, language: Language): string =>
  components.find((component) => component.id === id)?.name[language] ?? id

type WordSetting = { language: Language; url: string; upcoming: boolean }

function wordItem({ after, at, text }: Word, { language, url, upcoming }: WordSetting): Markup {
  const t = words[language]
  const long = text.length > longestText
  return html`<li><h4>${upcoming ? t.planned : t.stages[after.stage]}${when(at, language)}</h4><p class="text" dir="auto">${long ? `${text.slice(0, longestText).toWellFormed()} …` : text}</p>${long && html`<a href="${url}">${t.more}</a>`}</li>`
}

/** What is over, in a line: what it was, when, how long, and how it ended. */
export function pastItem(story: Story, site: Site, language: Language): Markup {
  const t = words[language]
  const { announcement } = story
  const over = overSince(story)
  const last = story.words.at(-1)
  const affected = announcement.components.map(({ id }) => nameOf(id, site, language)).join(', ')
  return html`<li id="${announcement.id}"><h3 dir="auto">${announcement.title}</h3><p>${announcement.resolvedAt ? t.stages.resolved : t.ended} ${when(over, language)}${over > announcement.startsAt && `, ${t.lasted(duration(announcement.startsAt, over, language))}`}${affected && ` · ${affected}`}</p>${last && html`<p class="text" dir="auto">${beginning(last.text)}</p>`}</li>`
}

const beginning = (text: string) => (text.length > 280 ? `${text.slice(0, 280).toWellFormed()} …` : text)
