import { PriorityBadge, StateBadge } from '../components/badge.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { type Draft, ErrorSummary } from '../components/field.tsx'
import { Icon } from '../components/icon.tsx'
import { StageBar } from '../components/stage-bar.tsx'
import { AgoWith } from '../components/time.tsx'
import { Timeline } from '../components/timeline.tsx'
import type { Entry } from '../lib/contract.ts'
import { teamNames } from '../lib/names.ts'
import type { View } from '../lib/page.tsx'
import { presentWords } from '../lib/present-words.ts'
import type { Ui } from '../lib/visit.ts'
import { Conflict } from './conflict.tsx'
import { DeskActions } from './desk-actions.tsx'
import { DeskAlerts } from './desk-alerts.tsx'
import { DeskClocks } from './desk-clocks.tsx'
import { DeskFacts, DeskMore } from './desk-facts.tsx'
import { NoteForm, ReplyForm } from './desk-forms.tsx'
import { DeskLine } from './desk-line.tsx'
import { DeskLinks } from './desk-links.tsx'
import { DeskPeople } from './desk-people.tsx'
import { Similar } from './desk-similar.tsx'
import { TriageBox } from './desk-triage.tsx'
import type { IncidentData } from './incident-data.ts'
import { Earlier } from './incident-view.tsx'
import { WhoTold } from './who-told.tsx'

type DeskData = {
  data: IncidentData
  draft: Draft
  /** Which form was sent, when the page comes back from one. */
  sent?: string
  /** The instant of the last entry that the writer had seen, when somebody else was faster. */
  overtaken?: { seen: string }
}

/** For who works on it: what is known, who has it, which clock runs out next, what is the next step? */
export function deskView(ui: Ui, { data, draft, sent, overtaken }: DeskData): View {
  const { incident } = data
  const form = { ui, data, draft }
  return {
    title: `${incident.id} ${incident.title}`,
    width: 'wide',
    body: (
      <>
        {overtaken ? (
          <Conflict ui={ui} data={data} seen={overtaken.seen} />
        ) : (
          <ErrorSummary ui={ui} draft={draft} />
        )}
        <Heading ui={ui} data={data} />
        <DeskClocks ui={ui} incident={incident} />
        <StageBar ui={ui} stage={incident.stage} />
        <DeskAlerts ui={ui} data={data} />
        <div className="desk">
          <Report ui={ui} data={data} />
          <div className="desk-next">
            <DeskActions {...form} sent={sent} />
            <TriageBox ui={ui} data={data} />
          </div>
          <Work {...form} sent={sent} />
          <div className="desk-facts">
            <DeskFacts ui={ui} data={data} />
            <DeskPeople {...form} sent={sent} />
            <WhoTold ui={ui} data={data} />
            <DeskLinks {...form} sent={sent} />
            <Similar ui={ui} data={data} />
            <DeskMore ui={ui} data={data} />
          </div>
        </div>
      </>
    ),
  }
}

const Heading = ({ ui, data }: { ui: Ui; data: IncidentData }) => {
  const { t } = ui
  const { incident, present } = data
  return (
    <header>
      <p className="overline">
        <span className="number">{incident.id}</span>
        <PriorityBadge ui={ui} priority={incident.priority} />
        {incident.priorityOverride && <span className="tag">{t('side.overridden')}</span>}
        <StateBadge ui={ui} state={incident.state} holdReason={incident.holdReason} />
        {incident.reopenCount > 0 && (
          <span className="tag">{t('side.reopenedTimes', { count: incident.reopenCount })}</span>
        )}
        {incident.known && <span className="tag tag-ask">{t('side.known')}</span>}
        <AgoWith ui={ui} what="incident.reported" at={incident.createdAt} />
        <span className="present" aria-live="polite">
          <Icon name="eye" />
          <span data-presence={`/incidents/${incident.id}/presence`}>{presentWords(ui, present)}</span>
        </span>
      </p>
      <h1 dir="auto">{incident.title}</h1>
      <DeskLine ui={ui} data={data} />
      {incident.followsId && (
        <p className="desk-line">
          {t('side.follows')} <a href={`/incidents/${incident.followsId}`}>{incident.followsId}</a>
        </p>
      )}
    </header>
  )
}

type WorkProps = { ui: Ui; data: IncidentData; draft: Draft; sent?: string }

/** What is said: to the requester, among ourselves, and all that was said and done before. */
function Work({ sent, ...form }: WorkProps) {
  const { ui, data } = form
  const { t } = ui
  const { incident, entries, teams, alerts } = data
  return (
    <div className="desk-work">
      {incident.may.includes('comment') && (
        <Disclosure
          summary={
            <>
              <Icon name="people" />
              {alerts.items.length > 0
                ? t('desk.comment')
                : t('desk.reply', { name: incident.requester.name })}
            </>
          }
          isOpen={sent !== 'note'}
          group="compose"
          shortcut="c"
        >
          <ReplyForm {...form} />
        </Disclosure>
      )}
      {incident.may.includes('comment_internally') && (
        <Disclosure
          summary={
            <>
              <Icon name="lock" />
              {t('desk.note')}
            </>
          }
          isOpen={sent === 'note'}
          group="compose"
          tone="internal"
          shortcut="n"
        >
          <NoteForm {...form} />
        </Disclosure>
      )}
      <section className="stack">
        <h2>{t('desk.conversation')}</h2>
        <Timeline
          ui={ui}
          entries={entries.map(withoutReport).toReversed()}
          names={teamNames(teams, ui.locale).any}
        />
        <Earlier ui={ui} data={data} />
      </section>
    </div>
  )
}

const longReport = 900

/** What was reported stands on top; a very long one scrolls in its place, so that the reply stays near. */
function Report({ ui, data: { incident } }: { ui: Ui; data: IncidentData }) {
  if (!incident.description) return null
  const isLong = incident.description.length > longReport
  return (
    <section className="panel desk-report" aria-labelledby="report">
      <h2 id="report">{ui.t('timeline.incident_reported', { who: incident.requester.name })}</h2>
      <p className={isLong ? 'prose prose-tall' : 'prose'} dir="auto" tabIndex={isLong ? 0 : undefined}>
        {incident.description}
      </p>
    </section>
  )
}

const withoutReport = (entry: Entry): Entry =>
  entry.type === 'incident.reported' ? { ...entry, text: undefined } : entry
