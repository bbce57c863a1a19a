import type { Severity } from '../occurrence.ts'
import type { Said } from './occurrence-from.ts'

/** A CloudWatch alarm, however it was told. */
export type Alarm = {
  arn: string
  name: string
  description?: string | null
  state: 'ALARM' | 'OK' | 'INSUFFICIENT_DATA'
  reason?: string | null
  changedAt?: string
  account: string
  region: string
  namespace?: string
  metric?: string
  dimensions: Record<string, unknown>
}

/**
 * `ALARM` is an error and `INSUFFICIENT_DATA` a warning, for CloudWatch has no severities; a rule on the label `state`
 * or `alarm` says otherwise. Only `OK` ends it.
 */
const severityOf: Record<Alarm['state'], Severity> = {
  ALARM: 'error',
  INSUFFICIENT_DATA: 'warning',
  OK: 'info',
}

export function saidBy(alarm: Alarm, payload: unknown): Said {
  const { arn, name, description, state, reason, changedAt, account, region, namespace, metric } = alarm
  return {
    key: arn,
    status: state === 'OK' ? 'resolved' : 'firing',
    title: name,
    summary: [description, reason].filter(Boolean).join('\n\n'),
    severity: severityOf[state],
    labels: { ...alarm.dimensions, alarm: name, namespace, metric, account, region, state },
    links: [{ text: 'CloudWatch', url: consoleAddress(region, name) }],
    startsAt: changedAt,
    saidAt: changedAt,
    payload,
  }
}

function consoleAddress(region: string, name: string): string | undefined {
  if (!/^[a-z]{2}(?:-[a-z]+)+-\d$/.test(region)) return undefined
  const host = region.startsWith('cn-')
    ? 'console.amazonaws.cn'
    : region.startsWith('us-gov-')
      ? 'console.amazonaws-us-gov.com'
      : `${region}.console.aws.amazon.com`
  return `https://${host}/cloudwatch/home?region=${region}#alarmsV2:alarm/${encodeURIComponent(name)}`
}

/** The region and account that an ARN spells: `arn:aws:cloudwatch:eu-central-1:111122223333:alarm:Name`. */
export function placeOfArn(arn: string): { region: string; account: string } {
  const [, , , region = '', account = ''] = arn.split(':')
  return { region, account }
}
