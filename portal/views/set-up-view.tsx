import { Accuracy } from '../components/accuracy.tsx'
import { ReplayPanel } from '../components/alerts/replay-panel.tsx'
import { BlueprintFields } from '../components/blueprint-form.tsx'
import { Button } from '../components/button.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { type Draft, ErrorSummary, TextArea } from '../components/field.tsx'
import { Notice } from '../components/notice.tsx'
import { Zones } from '../components/zones.tsx'
import type { RuleTrial } from '../lib/alerts/contract.ts'
import { isAdministrator } from '../lib/doors.ts'
import type { View } from '../lib/page.tsx'
import type { Thing } from '../lib/set-up/blueprint.ts'
import type { Accuracy as Report } from '../lib/set-up/calls.ts'
import { type Context, nameOfThing } from '../lib/set-up/context.ts'
import { type SetUp, sets } from '../lib/set-up/sets.ts'
import { placed } from '../lib/set-up/summary.ts'
import type { Ui } from '../lib/visit.ts'
import type { Preview } from './preview-data.ts'
import { PreviewPanel } from './preview-panel.tsx'
import { Back, wordsFor } from './set-up-frame.tsx'
import { SimulationPanel, type Trial } from './simulation-panel.tsx'

export function setUpView(ui: Ui): View {
  return {
    title: ui.t('setUp.title'),
    body: (
      <>
        <h1>{ui.t('setUp.title')}</h1>
        <p className="lead">{ui.t('setUp.intro')}</p>
        <ul className="set-up-index">
          {sets.map((set) => {
            const { name, about } = wordsFor(ui, set)
            return (
              <li key={set.id}>
                <a href={`/set-up/${set.id}`}>{name}</a>
                <p>{about}</p>
              </li>
            )
          })}
        </ul>
      </>
    ),
  }
}

type ItemData = {
  accuracy?: Report
  thing: Thing
  context: Context
  etag?: string
  id: string
  extra?: string
  draft: Draft
  /** What a policy would do, before it is saved. */
  trial?: Trial
  /** What a rule of alerts would have made of the last week. */
  replayed?: RuleTrial
  /** What a schedule would do, before it is saved. */
  preview?: Preview
}

export function setItemView(
  ui: Ui,
  set: SetUp,
  { thing, context, etag, id, extra, draft, accuracy, trial, replayed, preview }: ItemData,
): View {
  const { name, about } = wordsFor(ui, set)
  const inputs = set.inputs(ui, context)
  const mayEdit = isAdministrator(ui.person)
  const title = set.kind === 'part' || id === 'new' ? name : nameOfThing(thing, ui.locale)
  const here = set.kind === 'part' ? `/set-up/${set.id}/value` : `/set-up/${set.id}/${encodeURIComponent(id)}`
  return {
    title,
    body: (
      <>
        {set.kind === 'part' ? (
          <Back ui={ui} href="/set-up" />
        ) : (
          <Back ui={ui} href={`/set-up/${set.id}`} label={name} />
        )}
        <h1>{title}</h1>
        <p className="lead">{about}</p>
        {!mayEdit && <Notice kind="note">{ui.t('setUp.readOnly')}</Notice>}
        <ErrorSummary
          ui={ui}
          draft={{ ...draft, errors: { ...placed(inputs, draft.errors), ...lacksOf(trial) } }}
        />
        <form
          method="post"
          action={`${here}/save`}
          className={`form blueprint blueprint-${set.id}`}
          noValidate
        >
          {/* Enter saves: the first button of a form is the one that it presses. */}
          {mayEdit && (
            <button type="submit" className="visually-hidden" tabIndex={-1}>
              {ui.t('setUp.save')}
            </button>
          )}
          <input type="hidden" name="etag" value={etag} />
          <BlueprintFields ui={ui} inputs={inputs} thing={thing} errors={draft.errors} extra={extra} />
          {trial && <SimulationPanel ui={ui} context={context} here={here} trial={trial} />}
          {set.isReplayed && (
            <ReplayPanel ui={ui} context={context} here={here} ruleId={id} trial={replayed} />
          )}
          {set.isPreviewed && <PreviewPanel ui={ui} here={here} preview={preview} />}
          <Zones inputs={inputs} />
          {mayEdit && <Button>{ui.t('setUp.save')}</Button>}
        </form>
        {accuracy && <Accuracy ui={ui} report={accuracy} />}
        {set.kind === 'collection' && id !== 'new' && (
          <>
            {set.id === 'schedules' && (
              <p>
                <a href={`/on-call/${encodeURIComponent(id)}`}>{ui.t('rota.toCalendar')}</a>
              </p>
            )}
            {mayEdit && <Changes {...{ ui, set, id, etag, here }} />}
          </>
        )}
      </>
    ),
  }
}

/** What the case that is tried lacks, by the names of its fields. */
const lacksOf = (trial: Trial | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(trial?.errors ?? {}).flatMap(([name, message]) =>
      message ? [[`try.${name}`, message]] : [],
    ),
  )

type ChangesProps = { ui: Ui; set: SetUp; id: string; etag?: string; here: string }

const Changes = ({ ui, set, id, etag, here }: ChangesProps) => (
  <>
    {set.id === 'calendars' && <Holidays ui={ui} id={id} etag={etag} />}
    <Disclosure summary={ui.t('setUp.removeThing')}>
      <form method="post" action={`${here}/remove`} className="form">
        <p>{ui.t('setUp.removeHint')}</p>
        <input type="hidden" name="etag" value={etag} />
        <Button kind="danger">{ui.t('setUp.removeThing')}</Button>
      </form>
    </Disclosure>
  </>
)

const Holidays = ({ ui, id, etag }: { ui: Ui; id: string; etag?: string }) => (
  <Disclosure summary={ui.t('setUp.ical')}>
    <form method="post" action={`/set-up/calendars/${encodeURIComponent(id)}/holidays`} className="form">
      <input type="hidden" name="etag" value={etag} />
      <TextArea
        id="ical"
        name="ical"
        label={ui.t('setUp.ical')}
        hint={ui.t('setUp.icalHint')}
        maxLength={200_000}
        rows={6}
      />
      <Button kind="plain">{ui.t('setUp.importIcal')}</Button>
    </form>
  </Disclosure>
)
