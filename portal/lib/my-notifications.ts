import type { FormFields } from './form.ts'
import type { Channel, MyNotifications, Rules } from './notify-contract.ts'
import { type Input, readThing, type Thing } from './set-up/blueprint.ts'
import { waysInput } from './set-up/told.ts'
import { shortWeekdays } from './set-up/weekdays.ts'
import type { Ui } from './visit.ts'

const formats = ['json', 'slack', 'teams'] as const
const usualReminders = [1440, 720, 60, 30, 15]

/** What somebody is asked about how they are told, part by part of the page. */
export type Parts = Record<'reach' | 'rules' | 'quiet' | 'digest' | 'reminders', Input[]>

export function partsFor(ui: Ui, { preferences }: Pick<MyNotifications, 'preferences'>): Parts {
  const { t } = ui
  const days = (path: string, label: string, none: 'nothing' | 'all'): Input => ({
    ...{ kind: 'several', path, label, hint: t('me.quietDaysHint'), none },
    ...{ options: shortWeekdays(ui), layout: 'short' },
  })
  const minutes = [...new Set([...usualReminders, ...preferences.shiftReminders])].sort((a, b) => b - a)
  return {
    reach: [
      { kind: 'text', path: 'phone', label: t('me.phone'), hint: t('me.phoneHint') },
      {
        kind: 'whole',
        path: 'webhook',
        label: t('me.webhook'),
        inputs: [
          { kind: 'text', path: 'url', label: t('me.webhookUrl') },
          {
            kind: 'select',
            path: 'format',
            label: t('me.webhookFormat'),
            options: formats.map((format) => ({ value: format, label: t(`me.format_${format}`) })),
          },
        ],
      },
    ],
    rules: [waysInput(ui, 'rules.urgent', 'urgent'), waysInput(ui, 'rules.normal', 'normal')],
    quiet: [
      {
        kind: 'whole',
        path: 'quietHours',
        label: t('me.quiet'),
        hint: t('me.quietHint', { zone: ui.clock.zone.replaceAll('_', ' ') }),
        isLoose: true,
        inputs: [
          { kind: 'time', path: 'from', label: t('me.from') },
          { kind: 'time', path: 'to', label: t('me.until') },
          days('weekdays', t('me.quietDays'), 'nothing'),
        ],
      },
    ],
    digest: [
      {
        kind: 'whole',
        path: 'digest',
        label: t('me.digest'),
        hint: t('me.digestHint'),
        isLoose: true,
        inputs: [
          { kind: 'time', path: 'at', label: t('me.digestAt') },
          days('weekdays', t('me.digestDays'), 'all'),
        ],
      },
    ],
    reminders: [
      {
        kind: 'several',
        path: 'shiftReminders',
        label: t('me.reminders'),
        isNumeric: true,
        options: minutes.map((minute) => ({
          value: String(minute),
          label: t('me.reminder', { minutes: minute }),
        })),
      },
    ],
  }
}

/** Requesters are told by mail, and may have what can wait in one. */
export const askedOf = (parts: Parts, isStaff: boolean): Input[] =>
  isStaff ? Object.values(parts).flat() : parts.digest

/** What the form says, and whether the rules in it count. */
export function preferencesIn(inputs: readonly Input[], form: FormFields): Thing {
  const read = readThing(inputs, form)
  const phone = typeof read.phone === 'string' ? read.phone.replaceAll(/[\s()/.-]/g, '') : undefined
  return { ...read, ...(phone && { phone }), ...(!form.isChecked('ownRules') && { rules: undefined }) }
}

/** The rules in force, in one sentence. */
export function rulesWords({ t, clock }: Ui, rules: Rules): string {
  const ways = (urgency: 'urgent' | 'normal') =>
    clock.list(
      rules[urgency].map(({ channel, delayMinutes }) =>
        delayMinutes > 0
          ? t('me.wayLater', { channel: t(`channel.${channel}`), minutes: String(delayMinutes) })
          : t('me.wayAtOnce', { channel: t(`channel.${channel}`) }),
      ),
    )
  return (['urgent', 'normal'] as const)
    .map((urgency) => t('me.rule', { urgency: t(`rules.${urgency}`), ways: ways(urgency) }))
    .join('; ')
}

/** What became of the last test of a channel. */
export const lastTest = ({ tests }: MyNotifications, channel: Channel) =>
  tests
    .filter((test) => test.channel === channel)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .at(0)
