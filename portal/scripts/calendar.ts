import { axisLength, dayMinutes, offAxis, type Repeat, wallWords } from '../lib/on-call/axis.ts'

/** What is drawn begins and ends on these minutes. */
const step = 30

type Drawn = { blocks: HTMLElement; from: number; to: number; sheet: HTMLElement }

/** Over the week of a desk one draws with the mouse when somebody stands in; the form does the rest. */
export function followCalendar(): () => void {
  let drawn: Drawn | undefined
  let wasDrawn = false

  function down(event: PointerEvent) {
    const blocks = columnOf(event.target)
    if (!blocks || event.button !== 0 || event.pointerType === 'touch') return
    const from = placeIn(blocks, event.clientY)
    drawn = { blocks, from, to: from, sheet: document.createElement('li') }
    wasDrawn = false
  }

  function move(event: PointerEvent) {
    if (!drawn) return
    drawn.to = placeIn(drawn.blocks, event.clientY)
    if (drawn.to === drawn.from && !wasDrawn) return
    wasDrawn = true
    draw(drawn)
  }

  function up() {
    if (!drawn) return
    const { blocks, from, to, sheet } = drawn
    drawn = undefined
    if (!wasDrawn) return
    sheet.remove()
    if (from === to) return
    const repeat = repeatOf(blocks)
    const [start, end] = [Math.min(from, to), Math.max(from, to)].map((place) => offAxis(place, repeat))
    const date = blocks.dataset.date ?? ''
    fill({
      fromDate: date,
      fromTime: wallWords(start ?? 0),
      toDate: end === dayMinutes ? nextDay(date) : date,
      toTime: wallWords((end ?? 0) % dayMinutes),
    })
    openDialog()
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
  document.addEventListener('click', click, true)
  document.addEventListener('dragstart', stay)
  for (const week of weeks()) week.dataset.week = 'drawable'
  if (location.hash === '#change' && document.querySelector('#change details[open]')) openDialog()
  return () => {
    document.removeEventListener('pointerdown', down)
    document.removeEventListener('pointermove', move)
    document.removeEventListener('pointerup', up)
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

function repeatOf(blocks: HTMLElement): Repeat | undefined {
  const [from, to] = (blocks.closest<HTMLElement>('[data-week]')?.dataset.repeat ?? '').split(',').map(Number)
  return from && to ? { from, to } : undefined
}

/** Minutes along the axis. */
function placeIn(blocks: HTMLElement, clientY: number): number {
  const { top, height } = blocks.getBoundingClientRect()
  const length = axisLength(repeatOf(blocks))
  const place = ((clientY - top) / height) * length
  return Math.min(length, Math.max(0, Math.round(place / step) * step))
}

function draw({ blocks, from, to, sheet }: Drawn) {
  const length = axisLength(repeatOf(blocks))
  sheet.className = 'week-drawn'
  sheet.style.insetBlockStart = `${(Math.min(from, to) / length) * 100}%`
  sheet.style.blockSize = `${(Math.abs(to - from) / length) * 100}%`
  if (!sheet.isConnected) blocks.append(sheet)
}

const nextDay = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

function fill(values: Record<string, string>) {
  const form = document.querySelector<HTMLFormElement>('[data-stand-in]')
  for (const [name, value] of Object.entries(values)) {
    const field = form?.elements.namedItem(name)
    if (field instanceof HTMLInputElement) field.value = value
  }
  const fold = form?.closest('details')
  if (fold) fold.open = true
}

/** The forms of the page, moved into a dialog while it is open. */
function openDialog() {
  const dialog = document.querySelector<HTMLDialogElement>('#change-dialog')
  const forms = document.querySelector<HTMLElement>('#change')
  if (!dialog || !forms || dialog.open) return
  const place = document.createComment('')
  forms.replaceWith(place)
  dialog.append(forms)
  dialog.addEventListener('close', () => place.replaceWith(forms), { once: true })
  dialog.showModal()
  forms.querySelector<HTMLElement>('details[open] select')?.focus()
}
