import { Accuracy } from '../components/accuracy.tsx'
import { BlueprintFields } from '../components/blueprint-form.tsx'
import { Button, ButtonLink } from '../components/button.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { Empty } from '../components/empty.tsx'
import { type Draft, ErrorSummary, TextArea } from '../components/field.tsx'
import { Zones } from '../components/zones.tsx'
import type { View } from '../lib/page.tsx'
import type { Thing } from '../lib/set-up/blueprint.ts'
import type { Accuracy as Report, Warning } from '../lib/set-up/calls.ts'
import { type Context, nameOfThing, textIn } from '../lib/set-up/context.ts'
import { type SetUp, sets } from '../lib/set-up/sets.ts'
import type { Ui } from '../lib/visit.ts'
import type { Preview } from './preview-data.ts'
import { PreviewPanel } from './preview-panel.tsx'
import { SimulationPanel, type Trial } from './simulation-panel.tsx'

type SetName = keyof typeof import('../messages/en/set-up.ts')['setUp']['setUpNames']

/** Ids of sets are keys of messages, as the compiler cannot know. */
const wordsFor = ({ t }: Ui, { id }: SetUp) => ({
  name: t(`setUpNames.${id as SetName}`),
  about: t(`setUpAbout.${id as SetName}`),
})

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

const Back = ({ ui, href, label }: { ui: Ui; href: string; label?: string }) => (
  <p className="crumb">
    <a href={href}>← {label ?? ui.t('setUp.back')}</a>
  </p>
)

type ListData = {
  things: Thing[]
  warnings: readonly Warning[]
  context: Context
  etag?: string
  tried?: string
  asked?: string
}

export function setListView(
  ui: Ui,
  set: SetUp,
  { things, warnings, context, etag, tried, asked }: ListData,
): View {
  const { name, about } = wordsFor(ui, set)
  return {
    title: name,
    body: (
      <>
        <Back ui={ui} href="/set-up" />
        <h1>{name}</h1>
        <p className="lead">{about}</p>
        {things.length === 0 ? (
          <Empty title={ui.t('setUp.empty')}>
            <p>{ui.t('setUp.emptyHint')}</p>
          </Empty>
        ) : (
          <form method="post" action={`/set-up/${set.id}/order`} className="form">
            {set.order && <p className="hint">{ui.t(`setUp.order_${set.order}`)}</p>}
            <input type="hidden" name="etag" value={etag} />
            <div data-rows>
              <input type="hidden" name="order" value={things.map((_, row) => row).join(',')} />
              <ol className="set-up-list">
                {things.map((thing, index) => (
                  <li
                    key={textIn(thing, 'id')}
                    data-row={set.order && index}
                    className={thing.parentId ? 'set-up-below' : undefined}
                  >
                    <input type="hidden" name={`id.${index}`} value={textIn(thing, 'id')} />
                    <a href={`/set-up/${set.id}/${encodeURIComponent(textIn(thing, 'id'))}`}>
                      {nameOfThing(thing, ui.locale)}
                    </a>
                    <span className="hint">{set.says?.(thing, ui, context)}</span>
                    {set.order && <Steps ui={ui} index={index} last={things.length - 1} />}
                    {warnings
                      .filter(({ id }) => id === thing.id)
                      .map(({ message }) => (
                        <p key={message.en} className="set-up-warning">
                          {message[ui.locale]}
                        </p>
                      ))}
                  </li>
                ))}
              </ol>
            </div>
            {set.order && <Button kind="plain">{ui.t('setUp.saveOrder')}</Button>}
          </form>
        )}
        <ButtonLink href={`/set-up/${set.id}/new`}>{ui.t('setUp.add')}</ButtonLink>
        {set.id === 'routing-rules' && <TryOut ui={ui} tried={tried} asked={asked} />}
      </>
    ),
  }
}

const Steps = ({ ui, index, last }: { ui: Ui; index: number; last: number }) => (
  <span className="set-up-steps">
    {(
      [
        ['up', '↑', index > 0],
        ['down', '↓', index < last],
      ] as const
    ).map(
      ([way, sign, isPossible]) =>
        isPossible && (
          <button
            key={way}
            type="submit"
            name="asks"
            value={`${way}:${index}`}
            className="button button-plain"
            aria-label={ui.t(`setUp.${way}`, { place: index + 1 })}
          >
            {sign}
          </button>
        ),
    )}
  </span>
)

const TryOut = ({ ui, tried, asked }: { ui: Ui; tried?: string; asked?: string }) => (
  <section className="set-up-try">
    <h2>{ui.t('setUp.tryTitle')}</h2>
    <form method="get" action="/set-up/routing-rules" className="form">
      <TextArea id="try" name="try" label={ui.t('setUp.tryWhat')} value={asked} maxLength={2000} rows={2} />
      <Button kind="plain">{ui.t('setUp.tryGo')}</Button>
    </form>
    {tried && <p role="status">{tried}</p>}
  </section>
)

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
  /** What a schedule would do, before it is saved. */
  preview?: Preview
}

export function setItemView(
  ui: Ui,
  set: SetUp,
  { thing, context, etag, id, extra, draft, accuracy, trial, preview }: ItemData,
): View {
  const { name, about } = wordsFor(ui, set)
  const inputs = set.inputs(ui, context)
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
        <ErrorSummary ui={ui} draft={draft} />
        <form
          method="post"
          action={`${here}/save`}
          className={`form blueprint blueprint-${set.id}`}
          noValidate
        >
          {/* Enter saves: the first button of a form is the one that it presses. */}
          <button type="submit" className="visually-hidden" tabIndex={-1}>
            {ui.t('setUp.save')}
          </button>
          <input type="hidden" name="etag" value={etag} />
          <BlueprintFields ui={ui} inputs={inputs} thing={thing} errors={draft.errors} extra={extra} />
          {trial && <SimulationPanel ui={ui} context={context} here={here} trial={trial} />}
          {set.isPreviewed && <PreviewPanel ui={ui} here={here} preview={preview} />}
          <Zones inputs={inputs} />
          <Button>{ui.t('setUp.save')}</Button>
        </form>
        {accuracy && <Accuracy ui={ui} report={accuracy} />}
        {set.kind === 'collection' && id !== 'new' && (
          <>
            {set.id === 'schedules' && (
              <p>
                <a href={`/on-call/${encodeURIComponent(id)}`}>{ui.t('rota.toCalendar')}</a>
              </p>
            )}
            {set.id === 'calendars' && <Holidays ui={ui} id={id} etag={etag} />}
            <Disclosure summary={ui.t('setUp.removeThing')}>
              <form method="post" action={`${here}/remove`} className="form">
                <p>{ui.t('setUp.removeHint')}</p>
                <input type="hidden" name="etag" value={etag} />
                <Button kind="danger">{ui.t('setUp.removeThing')}</Button>
              </form>
            </Disclosure>
          </>
        )}
      </>
    ),
  }
}

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
