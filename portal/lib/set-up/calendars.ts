import { textIn } from './context.ts'
import type { SetUp } from './sets.ts'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export const calendars: SetUp = {
  id: 'calendars',
  kind: 'collection',
  says: (calendar, { t }) =>
    calendar.roundTheClock === true ? t('setUp.roundTheClock') : textIn(calendar, 'zone'),
  inputs: ({ t }) => [
    { kind: 'text', path: 'name', label: t('setUp.name'), isRequired: true },
    { kind: 'zone', path: 'zone', label: t('setUp.zone'), hint: t('setUp.zoneHint'), isRequired: true },
    {
      kind: 'check',
      path: 'roundTheClock',
      label: t('setUp.roundTheClock'),
      hint: t('setUp.roundTheClockHint'),
    },
    ...weekdays.map((day) => ({
      kind: 'rows' as const,
      path: `hours.${day}`,
      label: t(`setUp.${day}`),
      add: t('setUp.addInterval'),
      inputs: [
        { kind: 'time' as const, path: 'from', label: t('setUp.from') },
        { kind: 'time' as const, path: 'to', label: t('setUp.to') },
      ],
    })),
    {
      kind: 'rows',
      path: 'holidays',
      label: t('setUp.holidays'),
      hint: t('setUp.holidaysHint'),
      add: t('setUp.addHoliday'),
      inputs: [
        { kind: 'date', path: 'date', label: t('setUp.day') },
        { kind: 'text', path: 'name', label: t('setUp.name') },
      ],
    },
  ],
}
