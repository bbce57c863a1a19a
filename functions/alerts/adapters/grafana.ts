import * as z from 'zod/mini'
import { textOf } from '../payload-path.ts'
import { unknownVersion } from '../refused.ts'
import { type Adapter, keyOfLabels, occurrenceFrom, severityFrom } from './occurrence-from.ts'
import { readEach } from './read-each.ts'
import { fieldOf, mostAlerts, shaped, Texts, WireAlert } from './shape.ts'

const sender = 'Grafana'

const Alert = z.extend(WireAlert, {
  silenceURL: z.optional(z.string()),
  dashboardURL: z.optional(z.string()),
  panelURL: z.optional(z.string()),
  values: z.optional(z.nullable(Texts)),
  valueString: z.optional(z.string()),
})

const Body = z.object({
  groupKey: z.optional(z.string()),
  alerts: z.array(z.unknown()).check(z.maxLength(mostAlerts)),
})

/**
 * The webhook of Grafana's alerting, version 1.
 * @see https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/
 */
export const readGrafana: Adapter = (body, around) => {
  const version = fieldOf(body, 'version')
  if (version !== undefined && version !== '1') throw unknownVersion(sender, version, '1')
  const { alerts, groupKey } = shaped(Body, body, sender)
  return readEach(alerts, (one, index) => {
    const alert = shaped(Alert, one, sender, ['alerts', index])
    const { status, labels, startsAt, endsAt, fingerprint } = alert
    const annotations = alert.annotations ?? {}
    const said = textOf(annotations.description) || textOf(annotations.message)
    return occurrenceFrom(
      {
        key: fingerprint || keyOfLabels(labels),
        status,
        title: textOf(annotations.summary) || textOf(labels.alertname),
        summary: [said, valuesOf(alert)].filter(Boolean).join('\n'),
        severity: severityFrom(labels.severity ?? labels.priority),
        labels,
        links: [
          { text: 'Runbook', url: annotations.runbook_url },
          { text: 'Panel', url: alert.panelURL },
          { text: 'Dashboard', url: alert.dashboardURL },
          { text: 'Grafana', url: alert.generatorURL },
          { text: 'Silence in Grafana', url: alert.silenceURL },
        ],
        group: groupKey,
        startsAt,
        saidAt: status === 'resolved' ? endsAt : startsAt,
        restates: true,
        payload: alert,
      },
      around,
      `alerts.${index}.labels`,
    )
  })
}

/** What was measured: `B = 44.2, C = 1`. */
function valuesOf({ values, valueString = '' }: { values?: object | null; valueString?: string }): string {
  const each = Object.entries(values ?? {}).map(([name, value]) => `${name} = ${textOf(value)}`)
  return each.length > 0 ? each.slice(0, 20).join(', ') : valueString
}
