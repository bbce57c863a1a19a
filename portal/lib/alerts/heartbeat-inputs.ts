import type { Input } from '../set-up/blueprint.ts'
import { type Context, optionsOf } from '../set-up/context.ts'
import type { Ui } from '../visit.ts'
import { severities } from './contract.ts'

/** What a heartbeat is asked. */
export const heartbeatInputs = (
  { t, locale }: Ui,
  { services, teams }: Pick<Context, 'services' | 'teams'>,
): Input[] => [
  { kind: 'text', path: 'name', label: t('heartbeats.name'), isRequired: true },
  { kind: 'number', path: 'everyMinutes', label: t('heartbeats.everyMinutes'), isRequired: true },
  { kind: 'number', path: 'graceMinutes', label: t('heartbeats.graceMinutes'), isRequired: true },
  {
    kind: 'select',
    path: 'severity',
    label: t('heartbeats.severity'),
    options: severities.map((one) => ({ value: one, label: t(`alerts.severity_${one}`) })),
  },
  {
    kind: 'select',
    path: 'serviceId',
    label: t('heartbeats.service'),
    none: t('heartbeats.none'),
    options: optionsOf(services, locale),
  },
  {
    kind: 'select',
    path: 'teamId',
    label: t('heartbeats.team'),
    none: t('heartbeats.teamNone'),
    options: optionsOf(teams, locale),
  },
  { kind: 'text', path: 'runbookUrl', label: t('heartbeats.runbookUrl') },
  { kind: 'check', path: 'paused', label: t('heartbeats.paused'), hint: t('heartbeats.pausedHint') },
]

/** What a new one begins with. */
export const newHeartbeat = { everyMinutes: 60, graceMinutes: 10, severity: 'error' }
