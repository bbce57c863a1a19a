import { type CalendarView, isDate, views } from './days.ts'

/** What of the address a calendar goes by. */
export type CalendarQuery = {
  view: CalendarView
  date?: string
  zone: 'mine' | 'schedule'
  hasLayers: boolean
  /** The stretch of time that a form begins with. */
  from?: string
  to?: string
  person?: string
}

type Asked = Record<string, string | string[] | undefined>

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)
const instant = (value: string | string[] | undefined) => {
  const text = one(value)
  return text && text.length < 40 && !Number.isNaN(Date.parse(text))
    ? new Date(text).toISOString()
    : undefined
}

export function calendarQuery(asked: Asked): CalendarQuery {
  const date = one(asked.date)
  return {
    view: views.find((view) => view === asked.view) ?? 'week',
    date: isDate(date) ? date : undefined,
    zone: asked.zone === 'schedule' ? 'schedule' : 'mine',
    hasLayers: asked.layers === 'on',
    from: instant(asked.from),
    to: instant(asked.to),
    person: one(asked.person),
  }
}

/** The address of a calendar; what goes without saying is left out of it. */
export function calendarLink(id: string, query: Partial<CalendarQuery>): string {
  const { view, date, zone, hasLayers, from, to, person } = query
  const parameters = new URLSearchParams({
    ...(view && view !== 'week' && { view }),
    ...(date && { date }),
    ...(zone === 'schedule' && { zone }),
    ...(hasLayers && { layers: 'on' }),
    ...(from && to && { from, to }),
    ...(person && { person }),
  })
  const search = parameters.size > 0 ? `?${parameters}` : ''
  return `/on-call/${encodeURIComponent(id)}${search}${from ? '#change' : ''}`
}

/** The calendar that a form stood on, from its `returnTo`. */
export const queryIn = (path: string): CalendarQuery =>
  calendarQuery(Object.fromEntries(new URL(path, 'https://portal.invalid').searchParams))
