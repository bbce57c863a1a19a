import type { ComponentState } from '../announcements/component-state.ts'
import { html, type Markup } from './html.ts'

/** How far the hull heels over: level while all is well. */
const heel: Record<ComponentState, number> = {
  operational: 0,
  maintenance: 0,
  degraded: 5,
  partial_outage: 10,
  major_outage: 17,
}

/** The hull under its waterline; the bubble of its spirit level leaves the middle when it heels. */
export const hull = (state: ComponentState): Markup => {
  const angle = heel[state]
  return html`<svg class="hull" viewBox="-3 0 30 21" aria-hidden="true"><g transform="rotate(${angle} 12 1)"><path fill-rule="evenodd" d="M.6 0h22.800c0 7.300-4.700 11.100-9.900 11.700V17h-3v-5.300C5.300 11.100.6 7.300.6 0Zm7.900 3a2.100 2.100 0 0 0 0 4.200h7a2.100 2.100 0 0 0 0-4.200Z"/><circle cx="${12 - angle * 0.2}" cy="5.100" r="1.300"/></g></svg>`
}

/** The site's own sign in the colour of the state, for tabs. */
export const icon = (state: ComponentState): string => {
  const { light, dark } = signs[state]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>path{fill:${light}}@media(prefers-color-scheme:dark){path{fill:${dark}}}</style><path d="M1 7h30v2.500H1z"/><g transform="rotate(${heel[state]} 16 12)"><path fill-rule="evenodd" d="M5 12h22c0 7.200-4.600 11-9.500 11.600V28h-3v-4.400C9.600 23 5 19.200 5 12zm8 3a1.800 1.800 0 0 0 0 3.600h6a1.800 1.800 0 0 0 0-3.600z"/></g></svg>`
}

const signs: Record<ComponentState, { light: string; dark: string }> = {
  operational: { light: '#00626b', dark: '#63d2c6' },
  maintenance: { light: '#2857a4', dark: '#93bbf7' },
  degraded: { light: '#855000', dark: '#f0bf6c' },
  partial_outage: { light: '#a83f08', dark: '#ffa271' },
  major_outage: { light: '#b3201a', dark: '#ff958c' },
}

/** What an announcement shows that says nothing of components. */
export type Mood = ComponentState | 'notice'

const shapes: Record<Mood, string> = {
  notice:
    'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm-.9 6h1.800v5H7.100ZM8 3.700a1.100 1.100 0 1 1 0 2.200 1.100 1.100 0 0 1 0-2.200Z',
  operational:
    'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm-1.100 10.300L3.800 8.200l1.100-1.100 2 2 4.200-4.200 1.100 1.100Z',
  maintenance: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1ZM5 5h2v6H5Zm4 0h2v6H9Z',
  degraded: 'M8 1.500 15.500 15H.5L8 1.500Zm-.9 5 .3 4.200h1.200l.3-4.200Zm.9 5a1 1 0 1 0 0 2 1 1 0 0 0 0-2Z',
  partial_outage: 'M8 .5 15.500 8 8 15.500.5 8ZM7 4.200l.3 5h1.400l.3-5Zm1 6a1 1 0 1 0 0 2 1 1 0 0 0 0-2Z',
  major_outage:
    'M5 1h6l4 4v6l-4 4H5l-4-4V5Zm.6 3.500L4.500 5.600 6.900 8l-2.400 2.400 1.100 1.100L8 9.100l2.400 2.400 1.100-1.100L9.100 8l2.400-2.400-1.100-1.100L8 6.900Z',
}

/** Each state has a shape of its own, so that colour is never the only sign. */
export const sign = (state: Mood): Markup =>
  html`<svg class="sign" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="${shapes[state]}"/></svg>`
