'use client'

import { useEffect } from 'react'
import { followCalendar } from '../scripts/calendar.ts'
import { followCompleteness } from '../scripts/completeness.ts'
import { fillContext } from '../scripts/context.ts'
import { listenToKeys } from '../scripts/keyboard.ts'
import { followPicking } from '../scripts/picking.ts'
import { followRows } from '../scripts/rows.ts'
import { tick } from '../scripts/ticking.ts'

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
    const ends = [
      listenToKeys(),
      followPicking(),
      tick(),
      followRows(),
      followCompleteness(),
      followCalendar(),
    ]
    return () => {
      document.removeEventListener('submit', sendOnce)
      window.removeEventListener('pageshow', wake)
      for (const end of ends) end()
    }
  }, [])
  return null
}
