import { WeekTrial } from '../components/alerts/replay-panel.tsx'
import { AlertSections } from '../components/alerts/sections.tsx'
import { Button, ButtonLink } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { TextArea } from '../components/field.tsx'
import type { RuleTrial } from '../lib/alerts/contract.ts'
import { isAdministrator, seesSetUp } from '../lib/doors.ts'
import type { View } from '../lib/page.tsx'
import type { Thing } from '../lib/set-up/blueprint.ts'
import type { Warning } from '../lib/set-up/calls.ts'
import { type Context, nameOfThing, textIn } from '../lib/set-up/context.ts'
import type { SetUp } from '../lib/set-up/sets.ts'
import type { Ui } from '../lib/visit.ts'
import { Back, wordsFor } from './set-up-frame.tsx'

type ListData = {
  things: Thing[]
  warnings: readonly Warning[]
  context: Context
  etag?: string
  tried?: string
  asked?: string
  /** What rules of alerts make of the last week. */
  replayed?: RuleTrial
}

export function setListView(
  ui: Ui,
  set: SetUp,
  { things, warnings, context, etag, tried, asked, replayed }: ListData,
): View {
  const { name, about } = wordsFor(ui, set)
  const mayEdit = isAdministrator(ui.person)
  return {
    title: name,
    body: (
      <>
        {seesSetUp(ui.person) && <Back ui={ui} href="/set-up" />}
        <h1>{name}</h1>
        {set.isReplayed && <AlertSections ui={ui} here="rules" />}
        <p className="lead">{about}</p>
        {things.length === 0 ? (
          <Empty title={ui.t('setUp.empty')}>
            <p>{ui.t(set.isReplayed ? 'alertRules.empty' : 'setUp.emptyHint')}</p>
          </Empty>
        ) : (
          <form method="post" action={`/set-up/${set.id}/order`} className="form">
            {mayEdit && set.order && <p className="hint">{ui.t(`setUp.order_${set.order}`)}</p>}
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
                    {mayEdit && set.order && <Steps ui={ui} index={index} last={things.length - 1} />}
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
            {mayEdit && set.order && <Button kind="plain">{ui.t('setUp.saveOrder')}</Button>}
          </form>
        )}
        {mayEdit && <ButtonLink href={`/set-up/${set.id}/new`}>{ui.t('setUp.add')}</ButtonLink>}
        {set.isReplayed && <WeekTrial ui={ui} context={context} trial={replayed} />}
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
