import { axisLength, repeatOf } from '../lib/on-call/axis.ts'
import { type Place, sheetsBetween, termsBetween } from '../lib/on-call/drawing.ts'

/** What is drawn begins and ends on these minutes. */
const step = 30

type Drawn = { week: HTMLElement; from: Place; to: Place; sheets: HTMLElement[]; begunOn?: HTMLElement }

/** Over the week of a desk one draws with the mouse when somebody stands in; the form does the rest. */
export function followCalendar(): () => void {
  let drawn: Drawn | undefined
  let wasDrawn = false

  function down(event: PointerEvent) {
    wasDrawn = false
    const week = columnOf(event.target)?.closest<HTMLElement>('[data-week]')
    if (!week || event.button !== 0 || event.pointerType === 'touch') return
    const from = placeIn(week, event)
    drawn = { week, from, to: from, sheets: [], begunOn: linkOf(event.target) }
  }

  function move(event: PointerEvent) {
    if (!drawn) return
    drawn.to = placeIn(drawn.week, event)
    const { from, to } = drawn
    if (from.column === to.column && from.minutes === to.minutes && !wasDrawn) return
    wasDrawn = true
    draw(drawn)
  }

  function up() {
    if (!drawn) return
    const { week, from, to, begunOn } = drawn
    clear()
    if (!wasDrawn) return
    const dates = columnsOf(week).map(({ dataset }) => dataset.date ?? '')
    const terms = termsBetween(from, to, { dates, repeat: repeatOf(week.dataset.repeat) })
    if (!terms) return
    fill(terms)
    openDialog(begunOn)
  }

  function clear() {
    for (const sheet of drawn?.sheets ?? []) sheet.remove()
    drawn = undefined
  }

  /** The browser took the pointer for something else: nothing was drawn. */
  function cancel() {
    clear()
    wasDrawn = false
  }

  /** The press that ends a drawing is none on what lies under it. */
  function click(event: MouseEvent) {
    if (wasDrawn) event.preventDefault()
    wasDrawn = false
  }

  const stay = (event: Event) => {
    if (columnOf(event.target)) event.preventDefault()
  }

  document.addEventListener('pointerdown', down)
  document.addEventListener('pointermove', move)
  document.addEventListener('pointerup', up)
  document.addEventListener('pointercancel', cancel)
  document.addEventListener('click', click, true)
  document.addEventListener('dragstart', stay)
  for (const week of weeks()) week.dataset.week = 'drawable'
  if (location.hash === '#change' && document.querySelector('#change details[open]')) openDialog(pressed())
  return () => {
    cancel()
    document.removeEventListener('pointerdown', down)
    document.removeEventListener('pointermove', move)
    document.removeEventListener('pointerup', up)
    document.removeEventListener('pointercancel', cancel)
    document.removeEventListener('click', click, true)
    document.removeEventListener('dragstart', stay)
    for (const week of weeks()) week.dataset.week = 'on'
  }
}

const desk = '(min-width: 60rem)'

const weeks = () => document.querySelectorAll<HTMLElement>('[data-week]')

const columnOf = (target: EventTarget | null) =>
  target instanceof Element && window.matchMedia(desk).matches
    ? target.closest<HTMLElement>('[data-week] [data-date]')
    : null

const columnsOf = (week: HTMLElement) => [...week.querySelectorAll<HTMLElement>('[data-date]')]

/** The column under the pointer, or the nearest one, and the place beside the pointer on its axis. */
function placeIn(week: HTMLElement, { clientX, clientY }: PointerEvent): Place {
  const boxes = columnsOf(week).map((column) => column.getBoundingClientRect())
  const away = boxes.map(({ left, right }) => Math.max(left - clientX, clientX - right, 0))
  const column = away.indexOf(Math.min(...away))
  const { top, height } = boxes[column] ?? new DOMRect(0, 0, 0, 1)
  const length = axisLength(repeatOf(week.dataset.repeat))
  const place = ((clientY - top) / height) * length
  return { column, minutes: Math.min(length, Math.max(0, Math.round(place / step) * step)) }
}

function draw(drawn: Drawn) {
  const { week, from, to, sheets } = drawn
  const repeat = repeatOf(week.dataset.repeat)
  const length = axisLength(repeat)
  const columns = columnsOf(week)
  for (const sheet of sheets) sheet.remove()
  drawn.sheets = sheetsBetween(from, to, repeat).map((piece) => {
    const sheet = document.createElement('li')
    sheet.className = 'week-drawn'
    sheet.style.insetBlockStart = `${(piece.from / length) * 100}%`
    sheet.style.blockSize = `${((piece.to - piece.from) / length) * 100}%`
    columns[piece.column]?.append(sheet)
    return sheet
  })
}

function fill(values: Record<string, string>) {
  const form = document.querySelector<HTMLFormElement>('[data-stand-in]')
  for (const [name, value] of Object.entries(values)) {
    const field = form?.elements.namedItem(name)
    if (field instanceof HTMLInputElement) field.value = value
  }
  const fold = form?.closest('details')
  if (fold) fold.open = true
}

const linkOf = (target: EventTarget | null) =>
  (target instanceof Element && target.closest('.block')?.querySelector('a')) || undefined

/** The block whose press led here. */
const pressed = () =>
  [...document.querySelectorAll<HTMLAnchorElement>('.block a')].find(({ href }) => href === location.href)

/** The forms of the page, moved into a dialog while it is open; then the focus goes back to where it came from. */
function openDialog(from: HTMLElement | undefined) {
  const dialog = document.querySelector<HTMLDialogElement>('#change-dialog')
  const forms = document.querySelector<HTMLElement>('#change')
  if (!dialog || !forms || dialog.open) return
  const place = document.createComment('')
  forms.replaceWith(place)
  dialog.append(forms)
  const end = () => {
    place.replaceWith(forms)
    from?.focus({ preventScroll: true })
  }
  dialog.addEventListener('close', end, { once: true })
  dialog.showModal()
  forms.querySelector<HTMLElement>('details[open] select')?.focus()
}
