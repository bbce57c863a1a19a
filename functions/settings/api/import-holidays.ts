import * as z from 'zod/mini'
import { ok, operation } from '../../runtime/operation.ts'
import { Calendar } from '../../sla/calendar.ts'
import { holidaysFrom } from '../../sla/ical.ts'
import { etagOf } from '../differences.ts'
import { importRange, withHolidays } from '../holidays.ts'
import { inconsistent } from '../refusals.ts'
import { saveSettings } from '../save.ts'

export const importHolidays = operation({
  method: 'POST',
  path: '/calendars/{id}/holidays',
  summary: 'Add the whole days of an iCal file to the holidays, for this year and the two after it',
  action: 'settings.edit',
  body: z.object({ ical: z.string().check(z.minLength(1)) }),
  answers: { status: 200, description: 'The calendar with its holidays', schema: Calendar },
  load: async ({ id = '' }, { settings }) => {
    const snapshot = await settings.snapshot()
    const calendar = snapshot.settings.calendars.find((one) => one.id === id)
    return calendar && { ...snapshot, calendar }
  },
  async perform({ subject, body, now, ...exchange }, services) {
    const { settings, calendar } = subject
    const holidays = withHolidays(calendar.holidays, holidaysFrom(body.ical, importRange(now)))
    const after = z.safeParse(Calendar, { ...calendar, holidays })
    if (!after.success) throw inconsistent([tooMany])
    const calendars = settings.calendars.map((one) => (one === calendar ? after.data : one))
    await saveSettings(subject, { ...settings, calendars }, { ...exchange, now }, services)
    return ok(after.data, etagOf(after.data))
  },
})

const tooMany = {
  path: 'ical',
  message: {
    en: 'A calendar holds up to 500 holidays. Remove old ones first.',
    de: 'Ein Kalender fasst bis zu 500 Feiertage. Entfernen Sie zuerst alte.',
  },
}
