import { type Command, commandFor } from '../lib/keys.ts'

const switchedOff = 'evenkeel-keys-off'
/** The second key of a pair comes within this time. */
const pairInMilliseconds = 1500

const isTyped = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.matches('textarea, select, [contenteditable]') ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)))

const isOff = () => {
  try {
    return localStorage.getItem(switchedOff) === 'yes'
  } catch {
    return false
  }
}

const links = () => [...document.querySelectorAll<HTMLAnchorElement>('[data-keys="rows"] tbody a')]

/** The row that has the focus, or that a link led to. */
const currentRow = () =>
  document.activeElement?.closest('[data-keys="rows"] tbody tr') ??
  document.querySelector('[data-keys="rows"] tbody tr:target')

const linkIn = (row: Element | null) => row?.querySelector<HTMLAnchorElement>('a')

function step(by: number) {
  const all = links()
  const here = linkIn(currentRow())
  const place = here ? all.indexOf(here) : -1
  all[Math.max(0, Math.min(all.length - 1, place + by))]?.focus()
}

function acknowledgeRow(): boolean {
  const form = document.querySelector<HTMLFormElement>('#acknowledge-row')
  const number = currentRow()?.id
  const field = form?.elements.namedItem('number')
  if (!form || !number || !(field instanceof HTMLInputElement)) return false
  field.value = number
  form.requestSubmit()
  return true
}

/** Unfolds what the key is for, or presses it. */
function press(key: string): boolean {
  if (key === 'a' && acknowledgeRow()) return true
  const target = document.querySelector<HTMLElement>(`[data-key="${key}"]`)
  if (!target) return false
  const fold = target.closest('details')
  if (!fold || target.tagName !== 'SUMMARY') target.click()
  else {
    fold.open = true
    target.scrollIntoView({ block: 'nearest' })
    const field = fold.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea')
    ;(field ?? target).focus()
  }
  return true
}

const dialog = () => document.querySelector<HTMLDialogElement>('#keys')

function search(): boolean {
  const field = document.querySelector<HTMLInputElement>('#search')
  const fold = field?.closest('details')
  if (fold) fold.open = true
  field?.focus()
  field?.select()
  return field !== null
}

function run(command: Command): boolean {
  switch (command.do) {
    case 'step':
      step(command.by)
      return links().length > 0
    case 'open':
      linkIn(currentRow())?.click()
      return true
    case 'pick':
      currentRow()?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click()
      return true
    case 'search':
      return search()
    case 'help':
      dialog()?.showModal()
      return true
    case 'go':
      if (dialog()) location.assign(command.to)
      return true
    case 'press':
      return press(command.key)
  }
}

/** Single keys for those who work all day with them. They can be switched off: speech input would press them by chance. */
export function listenToKeys(): () => void {
  let before: { key: string; at: number } | undefined

  function onKey(event: KeyboardEvent) {
    if (isOff() || document.querySelector('dialog[open], [popover]:popover-open')) return
    const pair = before && event.timeStamp - before.at < pairInMilliseconds ? before.key : undefined
    const command = commandFor({
      key: event.key,
      before: pair,
      isTyping: isTyped(event.target),
      isModified: event.ctrlKey || event.metaKey || event.altKey,
    })
    before = event.key === 'g' && !isTyped(event.target) ? { key: 'g', at: event.timeStamp } : undefined
    if (command && run(command)) event.preventDefault()
  }

  function onClick({ target }: MouseEvent) {
    if (target instanceof Element && target.closest('[data-opens="keys"]')) dialog()?.showModal()
  }

  function onChange({ target }: Event) {
    if (!(target instanceof HTMLInputElement) || target.id !== 'keys-on') return
    try {
      if (target.checked) localStorage.removeItem(switchedOff)
      else localStorage.setItem(switchedOff, 'yes')
    } catch {
      // A browser that keeps nothing keeps the keys on.
    }
  }

  for (const shy of document.querySelectorAll<HTMLElement>('[data-opens="keys"]')) shy.hidden = false
  const box = document.querySelector<HTMLInputElement>('#keys-on')
  if (box) box.checked = !isOff()
  document.addEventListener('keydown', onKey)
  document.addEventListener('click', onClick)
  document.addEventListener('change', onChange)
  return () => {
    document.removeEventListener('keydown', onKey)
    document.removeEventListener('click', onClick)
    document.removeEventListener('change', onChange)
  }
}
