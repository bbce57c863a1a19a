import type { Asking } from '../components/on-call/change-forms.tsx'
import type { Outcome } from '../lib/form-post.tsx'
import type { Lack } from '../lib/on-call/change.ts'
import { queryIn } from '../lib/on-call/query.ts'
import { Problem } from '../lib/problem.ts'
import type { Visit } from '../lib/visit.ts'
import { calendarView } from './on-call-calendar-view.tsx'
import { loadCalendar } from './on-call-data.ts'

type Told = {
  errors?: Record<string, Lack>
  messages?: Record<string, string>
  sentence?: string
}
type Again = Told & { id: string; returnTo: string; asks: Asking; values: Record<string, string> }

/** The calendar with a form that was not accepted, and what to do about it. */
export async function shownAgain(visit: Visit, again: Again): Promise<Outcome> {
  const { ui, calendar } = await loadCalendar(visit, again.id, queryIn(again.returnTo))
  const ours = Object.entries(again.errors ?? {}).map(([field, key]) => [field, ui.t(`onCall.${key}`)])
  const draft = {
    values: again.values,
    errors: { ...Object.fromEntries(ours), ...again.messages },
    sentence: again.sentence,
  }
  return { show: { ui, view: calendarView(ui, { calendar, draft, asks: again.asks }) }, status: 422 }
}

/**
 * What the API refuses, beside the fields of the form.
 * @param fields the form's name for a path of the API, where they differ
 * @throws what is no refusal of the form
 */
export function toldBy(error: unknown, fields: Record<string, string>): Told {
  if (!(error instanceof Problem) || ![400, 409, 422].includes(error.status)) throw error
  const { errors = [], detail, title } = error.document
  const told = errors.map(({ path, message }) => [fields[path] ?? path.split('.')[0] ?? path, message])
  return told.length > 0 ? { messages: Object.fromEntries(told) } : { sentence: detail ?? title }
}
