import { type Day, dayIn } from '../lib/on-call/calendar.ts'
import type { Shifts } from '../lib/on-call/contract.ts'
import { addDays, today } from '../lib/on-call/days.ts'
import { Problem } from '../lib/problem.ts'
import type { Thing } from '../lib/set-up/blueprint.ts'
import { textIn } from '../lib/set-up/context.ts'
import type { Ui, Visit } from '../lib/visit.ts'
import { isZone } from '../lib/wall-clock.ts'

export type Preview = Pick<Shifts, 'shifts' | 'gaps'> & { days: Day[]; zone: string }

const previewDays = 28

/** What a draft would do in its own zone. Refused, the draft lacks something, which the page says beside its fields. */
export async function previewOf(
  { api }: Visit,
  { clock }: Ui,
  schedule: Thing,
): Promise<{ preview?: Preview; problem?: Problem }> {
  const given = textIn(schedule, 'zone')
  const zone = isZone(given) ? given : clock.zone
  const first = today(clock.now, zone)
  const days = Array.from({ length: previewDays }, (_, day) => dayIn(addDays(first, day), zone))
  const span = { from: days[0]?.from ?? '', to: days.at(-1)?.to ?? '' }
  try {
    const { body } = await api.previewShifts(schedule, span)
    return { preview: { shifts: body.shifts, gaps: body.gaps, days, zone } }
  } catch (error) {
    if (!(error instanceof Problem) || ![400, 422].includes(error.status)) throw error
    return { problem: error }
  }
}
