'use client'

import { useEffect } from 'react'

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

/** j and k walk through the queue; Enter is the link's own. */
function walk(event: KeyboardEvent) {
  const step = { j: 1, k: -1 }[event.key]
  const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
  if (!step || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-keys="rows"] tbody a')]
  const here = links.indexOf(document.activeElement as HTMLAnchorElement)
  links[Math.max(0, Math.min(links.length - 1, here + step))]?.focus()
}

/** All the script that we add; nothing depends on it. */
export function Enhance() {
  useEffect(() => {
    document.addEventListener('submit', sendOnce)
    document.addEventListener('keydown', walk)
    window.addEventListener('pageshow', wake)
    return () => {
      document.removeEventListener('submit', sendOnce)
      document.removeEventListener('keydown', walk)
      window.removeEventListener('pageshow', wake)
    }
  }, [])
  return null
}
