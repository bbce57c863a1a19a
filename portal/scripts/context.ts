const known: Record<string, () => string> = {
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  screen: () => `${window.screen.width}x${window.screen.height} @${window.devicePixelRatio}`,
}

/** What the browser knows and nobody should have to type goes with the form. */
export function fillContext(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-context]')) {
    input.value = known[input.dataset.context ?? '']?.() ?? ''
  }
}
