import { Ago } from '../components/time.tsx'
import type { Notification } from '../lib/contract.ts'
import type { Ui } from '../lib/visit.ts'

/** Which messages went out, to whom, why, and what became of them. */
export function Notifications({ ui, notifications }: { ui: Ui; notifications: Notification[] }) {
  if (notifications.length === 0) return <p>{ui.t('desk.noNotifications')}</p>
  return (
    <ul className="messages">
      {notifications.map(({ recipient, channel, reason, status, at }) => (
        <li key={`${recipient.id} ${channel} ${reasonWord(ui, reason)} ${at}`}>
          <strong>{recipient.name}</strong> <span className="soft">{channelWord(ui, channel)}</span>
          <br />
          {reasonWord(ui, reason)} · {ui.t(`sendStatus.${status}`)} · <Ago ui={ui} at={at} />
        </li>
      ))}
    </ul>
  )
}

const channelWord = ({ t }: Ui, channel: string) => (channel === 'mail' ? t('sendReason.byMail') : channel)

const reasons = [
  'reported',
  'in_progress',
  'waiting',
  'replied',
  'resolved',
  'reopened',
  'canceled',
  'survey',
  'not_acknowledged',
  'no_update',
] as const

/** A page says why in a sentence of its own. */
function reasonWord({ t, locale }: Ui, reason: Notification['reason']) {
  if (typeof reason !== 'string') return reason[locale]
  const known = reasons.find((one) => one === reason)
  return known ? t(`sendReason.${known}`) : reason
}
