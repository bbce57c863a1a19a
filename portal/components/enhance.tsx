'use client'

import { useEffect } from 'react'
import { followCompleteness } from '../scripts/completeness.ts'
import { fillContext } from '../scripts/context.ts'
import { listenToKeys } from '../scripts/keyboard.ts'
import { tick } from '../scripts/ticking.ts'

/** Script that serves only what a few pages have, and comes with it. */
const rare: { sign: string; load: () => Promise<() => () => void> }[] = [
  { sign: '[data-week], #change', load: async () => (await import('../scripts/calendar.ts')).followCalendar },
  { sign: '[data-awaits]', load: async () => (await import('../scripts/result.ts')).followResult },
  { sign: '[data-rows]', load: async () => (await import('../scripts/rows.ts')).followRows },
  { sign: '#pick-all', load: async () => (await import('../scripts/picking.ts')).followPicking },
]

const marked = 'aria-disabled'

/** A second press of a button while the first is under way does nothing. */
function sendOnce(event: SubmitEvent) {
  const button = event.submitter
  if (!(event.target instanceof HTMLFormElement) || event.target.method !== 'post' || !button) return
  if (button.getAttribute(marked) === 'true') event.preventDefault()
  else button.setAttribute(marked, 'true')
}

/** A page that comes back from the browser's own cache can be sent again. */
function wake() {
  for (const button of document.querySelectorAll(`button[${marked}]`)) button.removeAttribute(marked)
}

/** All the script that we add; nothing depends on it. */
export function Enhance() {
  useEffect(() => {
    document.addEventListener('submit', sendOnce)
    window.addEventListener('pageshow', wake)
    fillContext()
    document.querySelector('.tabs [aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' })
    const ends = [listenToKeys(), tick(), followCompleteness()]
    let isOver = false
    for (const { sign, load } of rare)
      if (document.querySelector(sign)) load().then((follow) => !isOver && ends.push(follow()), console.error)
    return () => {
      isOver = true
      document.removeEventListener('submit', sendOnce)
      window.removeEventListener('pageshow', wake)
      for (const end of ends) end()
    }
  }, [])
  return null
}
