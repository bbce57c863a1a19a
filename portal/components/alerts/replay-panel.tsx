import type { RuleTrial } from '../../lib/alerts/contract.ts'
import type { Context } from '../../lib/set-up/context.ts'
import { nameOfThing } from '../../lib/set-up/context.ts'
import type { Ui } from '../../lib/visit.ts'
import { Disclosure } from '../disclosure.tsx'
import { Way } from './alert-way.tsx'

type PanelProps = { ui: Ui; context: Context; here: string; ruleId: string; trial?: RuleTrial }

/** Inside the form of a rule: it sends the draft, saves nothing, and the page comes back with the last week under it. */
export function ReplayPanel({ ui, context, here, ruleId, trial }: PanelProps) {
  const { t } = ui
  return (
    <section className="panel simulation" aria-labelledby="replay">
      <h2 id="replay">{t('alertRules.replayTitle')}</h2>
      <p className="hint">{t('alertRules.replayHint')}</p>
      <button
        type="submit"
        name="asks"
        value="replay"
        formAction={`${here}/save#answer`}
        formNoValidate
        className="button button-plain"
      >
        {t('alertRules.replay')}
      </button>
      {trial && <Answer ui={ui} context={context} trial={trial} ruleId={ruleId} />}
    </section>
  )
}

type AnswerProps = Omit<PanelProps, 'here' | 'trial'> & { trial: RuleTrial }

function Answer({ ui, context, trial, ruleId }: AnswerProps) {
  const { t } = ui
  const tried = trial.rules.find(({ id }) => id === ruleId) ?? trial.rules.at(-1)
  return (
    <div className="run" id="answer" role="status">
      <Fired ui={ui} trial={trial} />
      <dl className="facts">
        <dt>{t('alertRules.without')}</dt>
        <dd>
          <strong>{trial.before.incidents}</strong>
        </dd>
        <dt>{t('alertRules.with')}</dt>
        <dd>
          <strong>{trial.after.incidents}</strong>
        </dd>
      </dl>
      {tried && (
        <>
          <p>
            <strong>{t('alertRules.catches', { count: tried.alerts })}</strong>{' '}
            {tried.alerts !== tried.alertsBefore && t('alertRules.before', { count: tried.alertsBefore })}
          </p>
          <Examples ui={ui} context={context} trial={trial} examples={tried.examples} />
        </>
      )}
    </div>
  )
}

const Fired = ({ ui: { t }, trial }: { ui: Ui; trial: RuleTrial }) => (
  <p>
    {t('alertRules.replayed', { alerts: trial.alerts })} {!trial.isComplete && t('alertRules.partly')}
  </p>
)

type ExamplesProps = {
  ui: Ui
  context: Context
  trial: RuleTrial
  examples: RuleTrial['rest']['examples']
}

function Examples({ ui, context, trial, examples }: ExamplesProps) {
  const { t, clock, locale } = ui
  const nameIn = (things: Context['teams']) => (id: string) => {
    const found = things.find((one) => one.id === id)
    return found ? nameOfThing(found, locale) : id
  }
  if (examples.length === 0) return null
  return (
    <div className="stack">
      <h3>{t('alertRules.examples')}</h3>
      <div className="replay-examples">
        {examples.map(({ title, at, way }, index) => (
          <Disclosure key={`${index}:${at}`} summary={<ExampleName title={title} time={clock.moment(at)} />}>
            <Way
              ui={ui}
              way={way}
              names={{
                team: nameIn(context.teams),
                rule: (id) => trial.rules.find((one) => one.id === id)?.name,
                silence: () => undefined,
                maintenance: () => undefined,
              }}
            />
          </Disclosure>
        ))}
      </div>
    </div>
  )
}

const ExampleName = ({ title, time }: { title: string; time: string }) => (
  <span>
    <bdi>{title}</bdi> <span className="soft">{time}</span>
  </span>
)

type WeekProps = { ui: Ui; context: Context; trial?: RuleTrial }

/** On the list of rules: what those in force make of the last week. */
export function WeekTrial({ ui, context, trial }: WeekProps) {
  const { t } = ui
  return (
    <section className="set-up-try stack" id="week">
      <h2>{t('alertRules.replayTitle')}</h2>
      <p className="hint">{t('alertRules.replayAllHint')}</p>
      <form method="get" action="/set-up/alert-rules#week">
        <button type="submit" name="try" value="week" className="button button-plain">
          {t('alertRules.replay')}
        </button>
      </form>
      {trial && (
        <div className="stack" role="status">
          <Fired ui={ui} trial={trial} />
          <dl className="facts">
            <dt>{t('alertRules.incidents')}</dt>
            <dd>
              <strong>{trial.after.incidents}</strong>
            </dd>
            {trial.rules.map(({ id, name, alerts }) => (
              <Counted key={id} ui={ui} name={name} count={alerts} />
            ))}
            <Counted ui={ui} name={t('alertRules.rest')} count={trial.rest.alerts} />
          </dl>
          <Examples
            ui={ui}
            context={context}
            trial={trial}
            examples={[
              ...trial.rules.flatMap(({ examples }) => examples.slice(0, 3)),
              ...trial.rest.examples,
            ]}
          />
        </div>
      )}
    </section>
  )
}

const Counted = ({ ui: { t }, name, count }: { ui: Ui; name: string; count: number }) => (
  <>
    <dt dir="auto">{name}</dt>
    <dd>{t('alertRules.caughtCount', { count })}</dd>
  </>
)
