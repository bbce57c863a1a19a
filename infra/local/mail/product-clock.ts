/** Reads the product's clock, which may be shifted, from the control API; the machine's clock where there is none. */
export const createProductClock = (controlUrl: string) => {
  let offsetMs = 0
  return async () => {
    try {
      const answer = await fetch(`${controlUrl}/clock`, {
        headers: { 'evenkeel-process': 'mail' },
        signal: AbortSignal.timeout(500),
      })
      const { now } = (await answer.json()) as { now: string }
      if (Number.isFinite(Date.parse(now))) offsetMs = Date.parse(now) - Date.now()
    } catch {
      // Busy or absent: the offset that was last seen still holds.
    }
    return new Date(Date.now() + offsetMs)
  }
}
