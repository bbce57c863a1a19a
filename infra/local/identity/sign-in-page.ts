import { escapeHtml, type Language, mark, pageFrame } from '../page-frame.ts'
import type { DemoPerson } from './people.ts'
import { wording } from './wording.ts'

export type SignInNotice = 'signOut' | 'signedOut' | 'failed' | 'home'

const style = `
body{min-height:100dvh;padding:1.5rem 1rem 3rem}
main{max-width:60rem;margin:0 auto}
.intro{margin:2rem 0 1.75rem;max-width:36rem}
h1{font-size:clamp(1.6rem,1.2rem + 1.8vw,2.25rem);line-height:1.15;letter-spacing:-.025em;text-wrap:balance}
.intro p{margin-top:.6rem;color:var(--quiet)}
.groups{display:grid;gap:1.75rem 1.25rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,17.5rem),1fr));align-items:start}
h2{font-size:.875rem;font-weight:600;color:var(--quiet);margin-bottom:.6rem}
ul{list-style:none;display:grid;gap:.5rem}
.person{display:grid;grid-template-columns:auto minmax(0,1fr);gap:0 .85rem;width:100%;padding:.75rem .9rem;text-align:left;font:inherit;color:inherit;cursor:pointer;background:var(--surface);border:1px solid var(--line);border-radius:.75rem;box-shadow:0 1px 2px rgb(0 0 0/.04)}
.person:hover{border-color:var(--accent);background:var(--wash)}
.initial{grid-row:span 3;align-self:center;display:grid;place-items:center;width:2.5rem;height:2.5rem;border-radius:50%;background:var(--wash);color:var(--accent);font-weight:650;font-size:1.0625rem}
.person:hover .initial{background:var(--accent);color:var(--on-accent)}
.name{font-weight:650;line-height:1.3}
.role{font-size:.875rem;color:var(--accent);line-height:1.35}
.about{font-size:.875rem;color:var(--quiet);line-height:1.35}
.notice{max-width:28rem;margin:18vh auto 0;text-align:center}
.notice p{margin:.6rem 0 1.5rem;color:var(--quiet)}
.action{display:inline-block;font:inherit;font-weight:600;padding:.7rem 1.3rem;border:0;border-radius:.6rem;background:var(--accent);color:var(--on-accent);text-decoration:none;cursor:pointer}
`

const card = (person: DemoPerson, role: string, about: string) =>
  `<li><button class="person" name="person" value="${escapeHtml(person.id)}"><span class="initial" aria-hidden="true">${escapeHtml(person.name.slice(0, 1))}</span><span class="name">${escapeHtml(person.name)}<span class="hidden">, </span></span><span class="role">${escapeHtml(role)}<span class="hidden">. </span></span><span class="about">${escapeHtml(about)}</span></button></li>`

const section = (title: string, cards: string[]) =>
  cards.length === 0 ? '' : `<section><h2>${title}</h2><ul>${cards.join('')}</ul></section>`

/** One button for each demo person; without script, a plain form. */
export const signInPage = (people: DemoPerson[], language: Language, action: string) => {
  const words = wording[language]
  const placed = new Set(words.groups.flatMap((group) => Object.keys(group.people)))
  const groups = words.groups.map((group) =>
    section(
      group.title,
      Object.entries(group.people).flatMap(([id, { role, about }]) => {
        const person = people.find((candidate) => candidate.id === id)
        return person ? [card(person, role, about)] : []
      }),
    ),
  )
  const others = people.filter(({ id }) => !placed.has(id))
  const rest = section(
    words.others,
    others.map((person) => card(person, person.roles.join(', '), person.email)),
  )
  return pageFrame({
    lang: language,
    title: `${words.title} – Evenkeel`,
    style,
    body: `<main><span class="mark">${mark('Evenkeel')}</span><div class="intro"><h1>${words.title}</h1><p>${words.intro}</p></div><form method="post" action="${escapeHtml(action)}" class="groups">${groups.join('')}${rest}</form></main>`,
  })
}

/** A page that says one thing and leads back to the portal; signing out is confirmed with a button. */
export const noticePage = (notice: SignInNotice, language: Language, portal: string, form = '') => {
  const words = wording[language]
  const { title, text } = words.notices[notice]
  const button = form.replace(
    '</form>',
    `<button class="action" name="logout" value="yes">${words.signOut}</button></form>`,
  )
  return pageFrame({
    lang: language,
    title: `${title} – Evenkeel`,
    style,
    body: `<main><span class="mark">${mark('Evenkeel')}</span><div class="notice"><h1>${title}</h1><p>${text}</p>${button || `<a class="action" href="${escapeHtml(portal)}">${words.toPortal}</a>`}</div></main>`,
  })
}
