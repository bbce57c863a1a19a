import { type Mapped, readMapped } from '../mapping.ts'
import { unfit } from '../refused.ts'
import { type Adapter, keyOfLabels, occurrenceFrom } from './occurrence-from.ts'
import { readEach } from './read-each.ts'
import { mostAlerts } from './shape.ts'

/** JSON of any sender, read by the mapping of the source. */
export const readGeneric: Adapter = (body, around) => {
  const { mapping } = around.source
  if (!mapping) throw unfit('lacks_field', [{ path: 'mapping', message: noMapping }])
  const read = readMapped(body, mapping)
  if ('errors' in read) throw unfit('lacks_field', read.errors, lacksField)
  const { alerts } = read
  if (alerts.length > mostAlerts) throw unfit('too_many_alerts', [{ path: 'items', message: tooMany }])
  return readEach(alerts, (alert, index) => {
    if ('errors' in alert) throw unfit('lacks_field', alert.errors, lacksField)
    return occurrenceFrom(
      {
        ...alert,
        key: alert.dedupKey ?? keyOfLabels([alert.title, alert.labels]),
        links: [{ text: linkText(alert), url: alert.link }],
        saidAt: undefined,
        payload: alert.item,
      },
      around,
      `${index}.labels`,
    )
  })
}

const linkText = ({ link = '' }: Mapped) => (URL.canParse(link) ? new URL(link).hostname : link)

const noMapping = {
  en: 'This source has no mapping yet. Set one up on its page.',
  de: 'Diese Quelle hat noch keine Zuordnung. Legen Sie sie auf ihrer Seite an.',
}
const lacksField = {
  en: 'The payload lacks what the mapping of this source reads. The list says what.',
  de: 'Der Nachricht fehlt, was die Zuordnung dieser Quelle liest. Die Liste sagt, was.',
}
const tooMany = {
  en: `Send up to ${mostAlerts} alerts in one request.`,
  de: `Senden Sie bis zu ${mostAlerts} Alarme in einer Anfrage.`,
}
