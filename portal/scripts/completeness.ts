const restInMilliseconds = 700

/** While somebody writes, a line below the form says how complete the record is; without it nothing is missing. */
export function followCompleteness(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const listen = ({ target }: Event) => {
    const form = target instanceof Element ? target.closest('form') : null
    const line = form?.querySelector<HTMLElement>('[data-completeness]')
    if (!form || !line) return
    clearTimeout(timer)
    timer = setTimeout(() => void say(form, line), restInMilliseconds)
  }
  document.addEventListener('input', listen)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('input', listen)
  }
}

async function say(form: HTMLFormElement, line: HTMLElement): Promise<void> {
  const body = new FormData(form)
  const answer = await fetch(line.dataset.completeness ?? '', { method: 'POST', body }).catch(() => undefined)
  const said = answer?.ok ? await answer.json() : undefined
  line.textContent = said?.sentence ?? ''
}
