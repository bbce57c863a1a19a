/** Rows of the set-up can be dragged; what is dragged only changes the hidden order, which the form sends. */
export function followRows(): () => void {
  const lists = [...document.querySelectorAll<HTMLElement>('[data-rows]')]
  for (const list of lists) for (const row of rowsOf(list)) row.draggable = true
  document.addEventListener('dragstart', start)
  document.addEventListener('dragover', over)
  document.addEventListener('dragend', end)
  return () => {
    document.removeEventListener('dragstart', start)
    document.removeEventListener('dragover', over)
    document.removeEventListener('dragend', end)
  }
}

let dragged: HTMLElement | undefined

const listOf = (row: Element) => row.closest<HTMLElement>('[data-rows]')
const rowsOf = (list: HTMLElement) =>
  [...list.querySelectorAll<HTMLElement>('[data-row]')].filter((row) => listOf(row) === list)

function start({ target }: DragEvent) {
  dragged = target instanceof HTMLElement && target.dataset.row !== undefined ? target : undefined
}

function over(event: DragEvent) {
  if (!dragged || !(event.target instanceof Element)) return
  const row = event.target.closest<HTMLElement>('[data-row]')
  if (!row || row === dragged || listOf(row) !== listOf(dragged)) return
  event.preventDefault()
  const box = row.getBoundingClientRect()
  const isBelow = event.clientY > box.top + box.height / 2
  row.parentElement?.insertBefore(dragged, isBelow ? row.nextElementSibling : row)
}

function end() {
  const list = dragged && listOf(dragged)
  const order = list?.querySelector<HTMLInputElement>(':scope > input[name$="order"]')
  if (list && order)
    order.value = rowsOf(list)
      .map((row) => row.dataset.row)
      .join(',')
  dragged = undefined
}
