import type { ReactNode } from 'react'
import { Disclosure } from '../components/disclosure.tsx'
import { Ago, When } from '../components/time.tsx'
import type { Incident, Notification } from '../lib/contract.ts'
import { namesOf, teamNames } from '../lib/names.ts'
import { pagingDueAt } from '../lib/paging.ts'
import type { Ui } from '../lib/visit.ts'
import type { IncidentData } from './incident-data.ts'

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd dir="auto">{children}</dd>
  </>
)

export function DeskFacts({ ui, data }: { ui: Ui; data: IncidentData }) {
  const { t, locale } = ui
  const { incident, services, categories, teams, notifications } = data
  const names = teamNames(teams, locale)
  return (
    <>
      <section className="panel">
        <h2>{t('desk.who')}</h2>
        <dl className="facts">
          <Fact name={t('queue.assignee')}>{incident.assigneeName ?? t('desk.nobody')}</Fact>
          <Fact name={t('desk.team')}>{names.team(incident.teamId)}</Fact>
          <Fact name={t('desk.acknowledged')}>
            <Acknowledged ui={ui} incident={incident} />
          </Fact>
          <Fact name={t('desk.escalation')}>
            <EscalationState ui={ui} incident={incident} />
          </Fact>
        </dl>
      </section>
      <section className="panel">
        <h2>{t('desk.known')}</h2>
        <dl className="facts">
          <Fact name={t('desk.requester')}>{incident.requester.name}</Fact>
          <Fact name={t('desk.reported')}>
            <When ui={ui} at={incident.createdAt} />
          </Fact>
          <Fact name={t('incident.service')}>
            {incident.serviceId ? namesOf(services, locale)(incident.serviceId) : t('desk.none')}
          </Fact>
          <Fact name={t('desk.category')}>
            {incident.categoryId ? namesOf(categories, locale)(incident.categoryId) : t('desk.none')}
          </Fact>
          <Fact name={t('desk.urgency')}>{t(`degree.${incident.urgency}`)}</Fact>
          <Fact name={t('desk.impact')}>{t(`degree.${incident.impact}`)}</Fact>
          {incident.holdReason && (
            <Fact name={t('state.on_hold')}>{t(`holdReason.${incident.holdReason}`)}</Fact>
          )}
          {incident.resolution && (
            <Fact name={t('state.resolved')}>{t(`resolutionCode.${incident.resolution.code}`)}</Fact>
          )}
        </dl>
      </section>
      <RatingPanel ui={ui} incident={incident} />
      <Disclosure summary={t('desk.notifications', { count: String(notifications.length) })}>
        <Notifications ui={ui} notifications={notifications} />
      </Disclosure>
    </>
  )
}

function Acknowledged({ ui, incident }: { ui: Ui; incident: Incident }) {
  if (!incident.acknowledgedAt) return ui.t('desk.notAcknowledged')
  return ui.t('desk.acknowledgedBy', {
    who: incident.acknowledgedBy?.name ?? '',
    when: ui.clock.relative(incident.acknowledgedAt),
  })
}

function EscalationState({ ui, incident }: { ui: Ui; incident: Incident }) {
  const { t } = ui
  const { escalation } = incident
  const dueAt = pagingDueAt(incident)
  if (!escalation) return t('desk.escalationNone')
  const step = String(escalation.next + 1)
  if (dueAt) {
    const words = escalation.status === 'running' ? 'desk.escalationRunning' : 'desk.escalationResumes'
    return (
      <>
        {t(words, { step })} <Ago ui={ui} at={dueAt} />
      </>
    )
  }
  if (escalation.status === 'acknowledged') return t('desk.escalationAcknowledged')
  if (escalation.next >= escalation.steps.length) return t('desk.escalationAllSent')
  return t(incident.state === 'canceled' ? 'desk.escalationCanceled' : 'desk.escalationEnded')
}

function RatingPanel({ ui, incident: { rating, state } }: { ui: Ui; incident: Incident }) {
  if (!rating && state !== 'resolved' && state !== 'closed') return null
  return (
    <section className="panel">
      <h2>{ui.t('desk.rating')}</h2>
      {rating ? (
        <>
          <p className="rating">{ui.t('incident.ratingOf', { rating: String(rating.rating) })}</p>
          {rating.comment && (
            <p className="quote prose" dir="auto">
              {rating.comment}
            </p>
          )}
          <p className="soft">
            <Ago ui={ui} at={rating.at} />
          </p>
        </>
      ) : (
        <p className="soft">{ui.t('desk.noRating')}</p>
      )}
    </section>
  )
}

function Notifications({ ui, notifications }: { ui: Ui; notifications: Notification[] }) {
  if (notifications.length === 0) return <p>{ui.t('desk.noNotifications')}</p>
  return (
    <ul className="messages">
      {notifications.map(({ recipient, channel, reason, status, at }) => (
        <li key={`${recipient.id} ${channel} ${reason} ${at}`}>
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
function reasonWord({ t }: Ui, reason: string) {
  const known = reasons.find((one) => one === reason)
  return known ? t(`sendReason.${known}`) : reason
}
