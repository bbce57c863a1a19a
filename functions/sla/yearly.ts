const pad = (n: number, length = 2) => String(n).padStart(length, '0')

/**
 * The dates on which something comes again every year, up to a last date: RRULE of RFC 5545 with FREQ=YEARLY, INTERVAL,
 * COUNT, UNTIL, and BYMONTH and BYMONTHDAY where they name the day of the start. 29 February comes in leap years only.
 * @param start `2024-12-25`
 * @returns undefined for a rule that says anything else.
 */
export function yearlyFrom(start: string, rule: string, last: string): string[] | undefined {
  const parts = new Map(
    rule.split(';').map((part) => part.toUpperCase().split('=') as [string, string | undefined]),
  )
  const [year = 0, month = 0, day = 0] = start.split('-').map(Number)
  const isSame = (name: string, value: number) => !parts.has(name) || Number(parts.get(name)) === value
  const known = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYMONTH', 'BYMONTHDAY', 'WKST']
  if (parts.get('FREQ') !== 'YEARLY' || [...parts.keys()].some((name) => !known.includes(name)))
    return undefined
  // A day of the month without its month would come twelve times a year.
  if (parts.has('BYMONTHDAY') && !parts.has('BYMONTH')) return undefined
  if (!isSame('BYMONTH', month) || !isSame('BYMONTHDAY', day)) return undefined
  const interval = Number(parts.get('INTERVAL') ?? 1)
  const count = Number(parts.get('COUNT') ?? Number.POSITIVE_INFINITY)
  if (!(interval >= 1) || !(count >= 1)) return undefined

  const until = parts.get('UNTIL')?.replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3')
  const end = until && until < last ? until : last
  const dates: string[] = []
  for (let next = year; dates.length < count && `${pad(next, 4)}-01-01` <= end; next += interval) {
    const date = `${pad(next, 4)}-${pad(month)}-${pad(day)}`
    const isDate = new Date(Date.UTC(next, month - 1, day)).getUTCMonth() === month - 1
    if (isDate && date <= end) dates.push(date)
  }
  return dates
}
