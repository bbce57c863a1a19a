const boxes = () => [
  ...document.querySelectorAll<HTMLInputElement>('[data-keys="rows"] tbody input[name^="pick:"]'),
]

function count() {
  const picked = boxes().filter(({ checked }) => checked).length
  const line = document.querySelector<HTMLElement>('[data-picked]')
  if (line) line.textContent = line.dataset.picked?.replace('#', String(picked)) ?? ''
  const all = document.querySelector<HTMLInputElement>('#pick-all')
  if (!all) return
  all.checked = picked > 0 && picked === boxes().length
  all.indeterminate = picked > 0 && !all.checked
}

/** Says how many rows are picked, and picks all at once. */
export function followPicking(): () => void {
  function onChange({ target }: Event) {
    if (!(target instanceof HTMLInputElement)) return
    if (target.id === 'pick-all') for (const box of boxes()) box.checked = target.checked
    if (target.id === 'pick-all' || target.name.startsWith('pick:')) count()
  }
  const all = document.querySelector<HTMLInputElement>('#pick-all')
  if (all) all.hidden = false
  count()
  document.addEventListener('change', onChange)
  return () => document.removeEventListener('change', onChange)
}
