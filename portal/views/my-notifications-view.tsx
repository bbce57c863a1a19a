import { BlueprintFields } from '../components/blueprint-form.tsx'
import { Button } from '../components/button.tsx'
import { Check } from '../components/choice.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { type Draft, ErrorSummary } from '../components/field.tsx'
import { isStaff } from '../lib/doors.ts'
import { partsFor, rulesWords } from '../lib/my-notifications.ts'
import type { AskedTest, MyNotifications } from '../lib/notify-contract.ts'
import type { View } from '../lib/page.tsx'
import type { Thing } from '../lib/set-up/blueprint.ts'
import { channelOptions, triggerInputs } from '../lib/set-up/told.ts'
import type { Known } from '../lib/trigger-words.ts'
import type { Ui } from '../lib/visit.ts'
import { MyChannels } from './my-channels.tsx'
import { DefaultTriggers, MutedIncidents, OwnTriggers } from './my-triggers.tsx'

export type MyData = {
  mine: MyNotifications
  known: Known
  etag?: string
  draft: Draft
  /** What the form of preferences says, where it comes back. */
  typed?: { thing: Thing; hasOwnRules: boolean; extra?: string }
  /** The test that was asked for just now. */
  test?: AskedTest
  /** A trigger that could not be added as it is. */
  asked?: Thing
}

/** How do I hear of things, of which, and does it work? */
export function myNotificationsView(ui: Ui, data: MyData): View {
  const { t } = ui
  const { mine, known, draft, asked } = data
  const inputs = triggerInputs(ui, known).map((input) =>
    input.path === 'channel' && input.kind === 'select' && !isStaff(ui.person)
      ? { ...input, options: channelOptions(ui).filter(({ value }) => value === 'mail') }
      : input,
  )
  return {
    title: t('me.title'),
    body: (
      <>
        <h1>{t('me.title')}</h1>
        <p className="lead">{t('me.lead')}</p>
        <ErrorSummary ui={ui} draft={draft} />
        <MyChannels ui={ui} mine={mine} asked={data.test} />
        <Settings ui={ui} data={data} />
        <OwnTriggers {...{ ui, mine, known, inputs, draft, asked }} />
        <DefaultTriggers ui={ui} mine={mine} known={known} />
        <MutedIncidents ui={ui} mine={mine} />
      </>
    ),
  }
}

function Settings({ ui, data }: { ui: Ui; data: MyData }) {
  const { t } = ui
  const { mine, etag, draft, typed } = data
  const parts = partsFor(ui, mine)
  const { rules } = mine
  const thing = { ...((typed?.thing ?? mine.preferences) as Thing) }
  const fields = { ui, thing: { rules: rules as Thing, ...thing }, errors: draft.errors, extra: typed?.extra }
  return (
    <section className="panel" aria-labelledby="settings">
      <h2 id="settings">{t('me.settings')}</h2>
      <form method="post" action="/me/notifications/save" className="form" noValidate>
        {/* Enter saves: the first button of a form is the one that it presses. */}
        <button type="submit" className="visually-hidden" tabIndex={-1}>
          {t('me.save')}
        </button>
        <input type="hidden" name="etag" value={etag} />
        {isStaff(ui.person) && (
          <>
            <BlueprintFields {...fields} inputs={parts.reach} />
            {mine.webhookSecret && mine.preferences.webhook && <Secret ui={ui} secret={mine.webhookSecret} />}
            <div className="own-rules stack">
              <Check
                name="ownRules"
                label={t('me.ownRules')}
                hint={mine.source === 'own' ? '' : t('me.ownRulesHint', { rules: rulesWords(ui, rules) })}
                isChecked={typed?.hasOwnRules ?? mine.source === 'own'}
              />
              <BlueprintFields {...fields} inputs={parts.rules} />
            </div>
            <BlueprintFields {...fields} inputs={parts.quiet} />
          </>
        )}
        <BlueprintFields {...fields} inputs={parts.digest} />
        {isStaff(ui.person) && <BlueprintFields {...fields} inputs={parts.reminders} />}
        <Button>{t('me.save')}</Button>
      </form>
    </section>
  )
}

const Secret = ({ ui: { t }, secret }: { ui: Ui; secret: string }) => (
  <Disclosure summary={t('me.secret')}>
    <p className="hint">{t('me.secretHint')}</p>
    <p>
      <code className="secret">{secret}</code>
    </p>
  </Disclosure>
)
