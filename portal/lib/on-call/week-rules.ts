import { axisLength, type Repeat } from './axis.ts'
import { type Block, type Day, hoursOn, placeOf } from './calendar.ts'

type Column = { day: Day; blocks: readonly Block[] }
type Frame = { zone: string; repeat: Repeat | undefined; now: string }

const percent = (part: number) => `${(part * 100).toFixed(3)}%`
const rule = (name: string, top: number, height?: number) =>
  `.${name}{inset-block-start:${percent(top)}${height === undefined ? '' : `;block-size:${percent(height)}`}}`

export const isPresent = ({ from, to }: Day, now: string): boolean => from <= now && now < to

/** Style rules that give everything in a week its place along the axis: no element may carry a style of its own. */
export function weekRules(columns: readonly Column[], { zone, repeat, now }: Frame): string[] {
  const length = axisLength(repeat)
  return [
    `.week-blocks,.week-axis{block-size:calc(${length / 60} * var(--hour))}`,
    ...hoursOn(repeat).map(({ place }, index) => rule(`week-hour-${index}`, place)),
    ...columns.flatMap(({ blocks }, column) =>
      blocks.map(({ top, height }, index) => rule(`week-at-${column}-${index}`, top, height)),
    ),
    ...columns.flatMap(({ day }) =>
      isPresent(day, now) ? rule('week-now', placeOf(now, day, { zone, repeat, isEnd: false })) : [],
    ),
    ...columns.flatMap(({ day: { change } }, column) =>
      change?.kind === 'skipped'
        ? rule(`week-change-${column}`, change.from / length, (change.to - change.from) / length)
        : [],
    ),
    ...(repeat ? [rule('week-again', repeat.to / length, (repeat.to - repeat.from) / length)] : []),
  ]
}
