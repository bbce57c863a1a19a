import type { Ui } from '../visit.ts'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export const weekdayOptions = ({ t }: Ui) => weekdays.map((day) => ({ value: day, label: t(`setUp.${day}`) }))
