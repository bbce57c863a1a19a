import * as z from 'zod/mini'
import { StartTime, WallTime, Weekday } from '../runtime/wall-time.ts'
import { Zone } from '../runtime/zone.ts'

export const OnCallPerson = z.object({ id: z.string(), name: z.string() })
export type OnCallPerson = z.infer<typeof OnCallPerson>

/** How long a turn is, in units of the wall clock: 1 week, 12 hours, 10 days. */
const Rotation = z.object({
  every: z.number().check(z.int(), z.minimum(1), z.maximum(366)),
  unit: z.enum(['hours', 'days', 'weeks']),
})

/** Hours of some weekdays. One that ends at or before its beginning goes on into the next day. */
const Restriction = z.object({
  weekdays: z.array(Weekday).check(z.minLength(1), z.maxLength(7)),
  from: StartTime,
  to: WallTime,
})
export type Restriction = z.infer<typeof Restriction>

/** People who take turns. */
const Layer = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(60)),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  /** The zone of its clock times; the schedule's if it has none of its own. */
  zone: z.optional(Zone),
  people: z.array(OnCallPerson).check(z.minLength(1), z.maxLength(50)),
  rotation: Rotation,
  /** The day and the wall-clock time at which the first person's first turn begins, and at which turns change. */
  startsOn: z.iso.date(),
  handoverAt: StartTime,
  /** The day at whose handover time the layer ends. */
  endsOn: z.optional(z.iso.date()),
  /** Only in these hours; without any, always. */
  restrictions: z._default(z.array(Restriction).check(z.maxLength(14)), []),
})
export type Layer = z.infer<typeof Layer>

/** Who is on call when. Where several layers have somebody, the last of them in the list wins. */
export const Schedule = z.object({
  id: z.string(),
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  zone: Zone,
  /** The team that it is for. */
  teamId: z.optional(z.string()),
  layers: z.array(Layer).check(z.minLength(1), z.maxLength(10)),
})
export type Schedule = z.infer<typeof Schedule>
