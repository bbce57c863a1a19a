import * as z from 'zod/mini'
import { textOf } from '../payload-path.ts'
import { unknownVersion } from '../refused.ts'
import { type Adapter, keyOfLabels, occurrenceFrom, severityFrom } from './occurrence-from.ts'
import { readEach } from './read-each.ts'
import { fieldOf, mostAlerts, shaped, WireAlert } from './shape.ts'

const sender = 'Alertmanager'

const Body = z.object({
  groupKey: z.optional(z.string()),
  groupLabels: z.optional(z.record(z.string(), z.unknown())),
  externalURL: z.optional(z.string()),
  truncatedAlerts: z.optional(z.number()),
  alerts: z.array(z.unknown()).check(z.maxLength(mostAlerts)),
})

/**
 * The webhook of Alertmanager, version 4. It says when an alert began and when it ended, by one clock: what is said of
 * an alert that fires was so when it began.
 * @see https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 */
export const readAlertmanager: Adapter = (body, around) => {
  const version = fieldOf(body, 'version')
  if (body !== null && typeof body === 'object' && !Array.isArray(body) && version !== '4')
    throw unknownVersion(sender, version, '4')
  const { alerts, groupKey, groupLabels = {}, truncatedAlerts } = shaped(Body, body, sender)
  return readEach(alerts, (one, index) => {
    const alert = shaped(WireAlert, one, sender, ['alerts', index])
    const { status, labels, startsAt, endsAt, generatorURL, fingerprint } = alert
    const annotations = alert.annotations ?? {}
    return occurrenceFrom(
      {
        key: fingerprint || keyOfLabels(labels),
        status,
        title: textOf(annotations.summary) || textOf(annotations.title) || textOf(labels.alertname),
        summary: textOf(annotations.description) || textOf(annotations.message),
        severity: severityFrom(labels.severity),
        labels,
        links: [
          { text: 'Runbook', url: annotations.runbook_url },
          { text: 'Dashboard', url: annotations.dashboard ?? annotations.dashboard_url },
          { text: 'Prometheus', url: generatorURL },
        ],
        // Who groups by nothing puts everything into one group, whatever it is about.
        group: Object.keys(groupLabels).length > 0 ? groupKey : undefined,
        startsAt,
        saidAt: status === 'resolved' ? endsAt : startsAt,
        restates: true,
        payload: truncatedAlerts ? { ...alert, truncatedAlerts } : alert,
      },
      around,
      `alerts.${index}.labels`,
    )
  })
}

/** How many alerts the sender left out, because its set-up says how many fit (`max_alerts`). */
export const truncatedIn = (body: unknown): number => {
  const count = fieldOf(body, 'truncatedAlerts')
  return typeof count === 'number' && Number.isSafeInteger(count) && count > 0 ? count : 0
}
