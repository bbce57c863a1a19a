import { Disclosure } from '../components/disclosure.tsx'
import { type Draft, ErrorSummary } from '../components/field.tsx'
import { Icon } from '../components/icon.tsx'
import { StageBar } from '../components/stage-bar.tsx'
import { Timeline } from '../components/timeline.tsx'
import type { Entry } from '../lib/contract.ts'
import { teamNames } from '../lib/names.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'
import { Conflict } from './conflict.tsx'
import { DeskActions } from './desk-actions.tsx'
import { DeskFacts } from './desk-facts.tsx'
import { NoteForm, ReplyForm } from './desk-forms.tsx'
import { DeskLine } from './desk-line.tsx'
import type { IncidentData } from './incident-data.ts'
import { Earlier, Heading } from './incident-view.tsx'

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
  const { t } = ui
  const { incident, entries, teams } = data
  const names = teamNames(teams, ui.locale)
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
        <DeskLine ui={ui} data={data} />
        <StageBar ui={ui} stage={incident.stage} />
        <div className="desk">
          <Report ui={ui} data={data} />
          <DeskActions {...form} sent={sent} />
          <div className="desk-work">
            {incident.may.includes('comment') && (
              <Disclosure
                summary={
                  <>
                    <Icon name="people" />
                    {t('desk.reply', { name: incident.requester.name })}
                  </>
                }
                isOpen={sent !== 'note'}
                group="compose"
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
              >
                <NoteForm {...form} />
              </Disclosure>
            )}
            <section className="stack">
              <h2>{t('desk.conversation')}</h2>
              <Timeline ui={ui} entries={entries.map(withoutReport).toReversed()} names={names.any} />
              <Earlier ui={ui} data={data} />
            </section>
          </div>
          <div className="desk-facts">
            <DeskFacts ui={ui} data={data} />
          </div>
        </div>
      </>
    ),
  }
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
