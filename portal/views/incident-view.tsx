import { PriorityBadge, StateBadge } from '../components/badge.tsx'
import { type Draft, ErrorSummary } from '../components/field.tsx'
import { StageBar } from '../components/stage-bar.tsx'
import { AgoWith } from '../components/time.tsx'
import { Timeline } from '../components/timeline.tsx'
import { namesOf, teamNames } from '../lib/names.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'
import { Answered } from './answered.tsx'
import { type IncidentData, resolutionNotes } from './incident-data.ts'
import { AnswerForm, ConfirmForms, FollowForm, WithdrawForm } from './incident-forms.tsx'
import { Mute } from './mute.tsx'
import { nextSentence } from './next-sentence.ts'

/** For whom it was reported by: where is it, what happens next, what do they need from me? */
export function incidentView(ui: Ui, data: IncidentData, draft: Draft): View {
  const { t } = ui
  const { incident } = data
  return {
    title: `${incident.id} ${incident.title}`,
    body: (
      <>
        <ErrorSummary ui={ui} draft={draft} />
        <Heading ui={ui} data={data} />
        <StageBar ui={ui} stage={incident.stage} />
        <section className="panel">
          <h2>{t('incident.next')}</h2>
          <p>{nextSentence(ui, incident)}</p>
          {incident.followsId && (
            <p>
              {t('incident.follows')} <a href={`/incidents/${incident.followsId}`}>{incident.followsId}</a>
            </p>
          )}
        </section>
        <Need ui={ui} data={data} draft={draft} />
        {incident.state === 'closed' && <FollowForm ui={ui} data={data} draft={draft} />}
        <Conversation ui={ui} data={data} />
        <Mute ui={ui} data={data} reader="requester" />
        {incident.legalMoves.includes('canceled') && <WithdrawForm ui={ui} data={data} />}
        <Details ui={ui} data={data} />
      </>
    ),
  }
}

const Heading = ({ ui, data: { incident } }: { ui: Ui; data: IncidentData }) => (
  <header>
    <p className="overline">
      <span className="number">{incident.id}</span>
      <PriorityBadge ui={ui} priority={incident.priority} />
      <StateBadge ui={ui} state={incident.state} holdReason={incident.holdReason} />
      <AgoWith ui={ui} what="incident.reported" at={incident.createdAt} />
    </p>
    <h1 dir="auto">{incident.title}</h1>
  </header>
)

function Need({ ui, data, draft }: { ui: Ui; data: IncidentData; draft: Draft }) {
  const { t } = ui
  const { incident, entries } = data
  if (incident.state === 'resolved') {
    const notes = resolutionNotes(entries)
    return (
      <section className="panel panel-ask">
        <h2>{t('incident.needConfirm')}</h2>
        {notes && (
          <div className="quote">
            <h3>{t('incident.solution')}</h3>
            <p className="prose" dir="auto">
              {notes}
            </p>
          </div>
        )}
        <ConfirmForms ui={ui} data={data} draft={draft} />
      </section>
    )
  }
  if (!incident.may.includes('comment')) return null
  const isAsked = incident.state === 'on_hold' && incident.holdReason === 'awaiting_requester'
  const question = entries.findLast(({ after, text }) => after?.state === 'on_hold' && text)?.text
  return (
    <section className={isAsked ? 'panel panel-ask' : 'panel'}>
      <h2>{t('incident.need')}</h2>
      <p>{t(isAsked ? 'incident.needAnswer' : 'incident.needNothing')}</p>
      {isAsked && question && (
        <p className="quote prose" dir="auto">
          {question}
        </p>
      )}
      <AnswerForm ui={ui} data={data} draft={draft} />
    </section>
  )
}

/** Newest first: the last word is what a reader comes for. */
const Conversation = ({ ui, data }: { ui: Ui; data: IncidentData }) => (
  <section className="stack">
    <h2>{ui.t('incident.conversation')}</h2>
    <Timeline ui={ui} entries={data.entries.toReversed()} names={teamNames(data.teams, ui.locale).any} />
    <Earlier ui={ui} data={data} />
  </section>
)

export const Earlier = ({ ui, data: { incident, earlier } }: { ui: Ui; data: IncidentData }) =>
  earlier ? (
    <p>
      <a href={`/incidents/${incident.id}?cursor=${encodeURIComponent(earlier)}`}>
        {ui.t('incident.earlier')}
      </a>
    </p>
  ) : null

function Details({ ui, data }: { ui: Ui; data: IncidentData }) {
  const { t, locale } = ui
  const { incident, services, categories, teams } = data
  return (
    <section className="stack">
      <h2>{t('incident.details')}</h2>
      <dl className="facts">
        {incident.serviceId && (
          <>
            <dt>{t('incident.service')}</dt>
            <dd>{namesOf(services, locale)(incident.serviceId)}</dd>
          </>
        )}
        {incident.categoryId && (
          <>
            <dt>{t('report.category')}</dt>
            <dd>{namesOf(categories, locale)(incident.categoryId)}</dd>
          </>
        )}
        <Answered ui={ui} data={data} />
        {incident.teamId && (
          <>
            <dt>{t('incident.team')}</dt>
            <dd>{teamNames(teams, locale).team(incident.teamId)}</dd>
          </>
        )}
        {incident.rating && (
          <>
            <dt>{t('incident.rating')}</dt>
            <dd>{t('incident.ratingOf', { rating: String(incident.rating.rating) })}</dd>
          </>
        )}
      </dl>
    </section>
  )
}
