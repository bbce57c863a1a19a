import { Channel } from '../components/channel.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { SendState } from '../components/send-state.tsx'
import { Ago } from '../components/time.tsx'
import type { Told } from '../lib/notify-contract.ts'
import type { Ui } from '../lib/visit.ts'
import type { IncidentData } from './incident-data.ts'
import { Mute } from './mute.tsx'
import { WhyNot } from './why-not.tsx'

const few = 4

/** Whom it was told to, why, and what became of it; and why somebody was not told. */
export function WhoTold({ ui, data }: { ui: Ui; data: IncidentData }) {
  const { t } = ui
  const told = data.notifications.toReversed()
  const [shown, rest] = [told.slice(0, few), told.slice(few)]
  return (
    <section className="panel" aria-labelledby="told">
      <h2 id="told">{t('who.title')}</h2>
      {told.length === 0 ? <p className="soft">{t('who.nobody')}</p> : <Messages ui={ui} told={shown} />}
      {rest.length > 0 && (
        <Disclosure summary={t('who.more', { count: String(rest.length) })}>
          <Messages ui={ui} told={rest} />
        </Disclosure>
      )}
      <WhyNot ui={ui} data={data} />
      <Mute ui={ui} data={data} reader="worker" />
    </section>
  )
}

const Messages = ({ ui, told }: { ui: Ui; told: Told[] }) => (
  <ul className="told">
    {told.map(({ recipient, channel, reason, status, at, note }, place) => (
      <li key={`${recipient.id} ${channel} ${at} ${place}`}>
        <p className="told-who">
          <strong>{recipient.name}</strong> <Channel ui={ui} channel={channel} />
        </p>
        <p>{typeof reason === 'string' ? reasonWord(ui, reason) : reason[ui.locale]}</p>
        <p className="told-what">
          <SendState ui={ui} status={status} /> · <Ago ui={ui} at={at} />
        </p>
        {typeof note === 'object' && <p className="told-what">{note[ui.locale]}</p>}
      </li>
    ))}
  </ul>
)

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
  'watching',
  'affected',
  'merged',
] as const

/** A page says why in a sentence of its own. */
function reasonWord({ t }: Ui, reason: string) {
  const known = reasons.find((one) => one === reason)
  return known ? t(`sendReason.${known}`) : reason
}
