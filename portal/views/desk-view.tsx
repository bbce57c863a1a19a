import { Disclosure } from '../components/disclosure.tsx'
import { type Draft, ErrorSummary } from '../components/field.tsx'
import { StageBar } from '../components/stage-bar.tsx'
import { Timeline } from '../components/timeline.tsx'
import { teamNames } from '../lib/names.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'
import { Conflict } from './conflict.tsx'
import { DeskActions } from './desk-actions.tsx'
import { DeskFacts } from './desk-facts.tsx'
import { NoteForm, ReplyForm } from './desk-forms.tsx'
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
        <StageBar ui={ui} stage={incident.stage} />
        <div className="desk">
          <div className="desk-aside">
            <DeskActions {...form} sent={sent} />
            <DeskFacts ui={ui} data={data} />
          </div>
          <div className="desk-work">
            {incident.may.includes('comment') && (
              <Disclosure
                summary={t('desk.reply', { name: incident.requester.name })}
                isOpen={sent !== 'note'}
                group="compose"
              >
                <ReplyForm {...form} />
              </Disclosure>
            )}
            {incident.may.includes('comment_internally') && (
              <Disclosure summary={t('desk.note')} isOpen={sent === 'note'} group="compose" tone="internal">
                <NoteForm {...form} />
              </Disclosure>
            )}
            <section className="stack">
              <h2>{t('desk.conversation')}</h2>
              <Timeline ui={ui} entries={entries.toReversed()} names={names.any} />
              <Earlier ui={ui} data={data} />
            </section>
          </div>
        </div>
      </>
    ),
  }
}
