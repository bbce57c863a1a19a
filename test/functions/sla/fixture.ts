import fc from 'fast-check'
import { weekdays } from '../../../functions/runtime/wall-time.ts'
import type { Calendar } from '../../../functions/sla/calendar.ts'

/** Zones with whole, half and quarter hours, big and small shifts, missing midnights, and rules of their own. */
const zones = [
  'Europe/Berlin',
  'Europe/Dublin',
  'America/New_York',
  'America/Santiago',
  'America/Havana',
  'Asia/Beirut',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Antarctica/Troll',
  'UTC',
] as const

const wall = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Up to three intervals of a day; they may touch and overlap. */
const intervals = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 40 }))
    .map(([from, length]) => ({ from: wall(from * 15), to: wall(Math.min(96, from + length) * 15) })),
  { maxLength: 3 },
)

const day = 86_400_000
/** Ten years with every kind of change of the clock; Apia skipped a day at the end of 2011. */
const first = Date.UTC(2011, 0, 1)
const last = Date.UTC(2022, 0, 1)

export const instants = fc.integer({ min: first, max: last }).map((at) => new Date(at).toISOString())

/** Calendars that are open for at least an hour a week. */
export const calendars: fc.Arbitrary<Calendar> = fc
  .record({
    zone: fc.constantFrom(...zones),
    roundTheClock: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    days: fc.tuple(...weekdays.map(() => intervals)),
    always: fc.integer({ min: 0, max: 6 }),
    holidays: fc.uniqueArray(fc.integer({ min: first / day, max: last / day }), { maxLength: 40 }),
  })
  .map(({ zone, roundTheClock, days, always, holidays }) => ({
    id: 'cal',
    name: 'Calendar',
    zone,
    roundTheClock,
    hours: Object.fromEntries(
      weekdays.map((weekday, index) => [
        weekday,
        index === always ? [...(days[index] ?? []), { from: '08:00', to: '09:00' }] : days[index],
      ]),
    ),
    holidays: holidays.map((date) => ({
      date: new Date(date * day).toISOString().slice(0, 10),
      name: `Holiday ${date}`,
    })),
  }))

const office = [{ from: '09:00', to: '17:00' }]
/** Monday to Friday 9 to 17 in Berlin. */
export const cal = (overrides: Partial<Calendar> = {}): Calendar => ({
  id: 'cal_office',
  name: 'Office',
  zone: 'Europe/Berlin',
  roundTheClock: false,
  hours: { mon: office, tue: office, wed: office, thu: office, fri: office },
  holidays: [],
  ...overrides,
})
