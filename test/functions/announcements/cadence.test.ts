import { expect, test } from 'vitest'
import { nextWordBy } from '../../../functions/announcements/cadence.ts'
import { story } from './fixture.ts'

const at = (time: string) => `2026-11-23T${time}:00.000Z`
const word = (time: string) => [{ stage: 'identified', body: 'More.', at: at(time) } as const]

test.each([
  ['high priority: 20 minutes after the first word', { highPriority: true }, [], '09:00', '09:20'],
  [
    'high priority: 20 minutes after the newest word',
    { highPriority: true },
    word('10:30'),
    '10:40',
    '10:50',
  ],
  ['high priority: hourly after two hours', { highPriority: true }, word('11:05'), '11:10', '12:05'],
  ['otherwise hourly', {}, word('10:30'), '10:40', '11:30'],
  ['otherwise every four hours after four', {}, word('13:30'), '14:00', '17:30'],
  ['at its end at the latest', { endsAt: at('09:30') }, [], '09:00', '09:30'],
  ['with the start of what is to come', { startsAt: at('12:00') }, [], '09:00', '12:00'],
  ['never after its end', { endsAt: at('09:30') }, [], '09:30', undefined],
] as const)('the next word is due: %s', (_, input, said, time, due) => {
  expect(nextWordBy(story(input, said).announcement, at(time))).toBe(due && at(due))
})
