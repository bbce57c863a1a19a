import * as z from 'zod/mini'
import { StartTime, Weekday } from '../runtime/wall-time.ts'

const channels = ['mail', 'sms', 'webhook'] as const
export const Channel = z.enum(channels)
export type Channel = z.infer<typeof Channel>

/** One way to reach somebody, so many minutes after the page was due. */
const Way = z.object({
  channel: Channel,
  delayMinutes: z.number().check(z.int(), z.minimum(0), z.maximum(60)),
})

/** `urgent` is for P1 and P2, `normal` for the others. */
export const Rules = z.object({
  urgent: z.array(Way).check(z.minLength(1), z.maxLength(6)),
  normal: z.array(Way).check(z.minLength(1), z.maxLength(6)),
})
export type Rules = z.infer<typeof Rules>

/** Hours of the person's own wall clock in which only P1 comes through; may go over midnight. */
const QuietHours = z.object({
  from: StartTime,
  to: StartTime,
  weekdays: z.optional(z.array(Weekday).check(z.minLength(1))),
})
export type QuietHours = z.infer<typeof QuietHours>

/** An international number as E.164 writes it: `+4930123456`. */
const Phone = z.string().check(z.regex(/^\+[1-9]\d{6,14}$/))

/** How somebody wants to be reached; without rules of their own, as the organisation has it. */
export const Preferences = z.object({
  phone: z.optional(Phone),
  webhook: z.optional(
    z.object({ url: z.url().check(z.maxLength(2000)), format: z.enum(['json', 'slack', 'teams']) }),
  ),
  rules: z.optional(Rules),
  quietHours: z.optional(QuietHours),
  /** When the messages that may wait come in one mail, on the person's own wall clock. */
  digest: z.optional(z.object({ at: StartTime, weekdays: z.array(Weekday).check(z.minLength(1)) })),
  /** Minutes before a shift at which the person is reminded of it. */
  shiftReminders: z._default(
    z.array(z.number().check(z.int(), z.minimum(5), z.maximum(7 * 24 * 60))).check(z.maxLength(3)),
    [60],
  ),
})
export type Preferences = z.infer<typeof Preferences>

/** What an administrator sets for everybody. */
export const NotificationDefaults = z.object({
  rules: Rules,
  /** Channels that an urgent page takes at once, whatever the person chose, where the person can be reached so. */
  forced: z.array(Channel),
})
export type NotificationDefaults = z.infer<typeof NotificationDefaults>

export const defaultNotifications: NotificationDefaults = {
  rules: {
    urgent: [
      { channel: 'mail', delayMinutes: 0 },
      { channel: 'sms', delayMinutes: 0 },
    ],
    normal: [{ channel: 'mail', delayMinutes: 0 }],
  },
  forced: [],
}
