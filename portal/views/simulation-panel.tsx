import { DateField, SelectField, TextField } from '../components/field.tsx'
import { type Context, optionsOf } from '../lib/set-up/context.ts'
import { priorityOptions } from '../lib/set-up/priorities.ts'
import type { Asked } from '../lib/simulation.ts'
import type { Ui } from '../lib/visit.ts'
import { type Simulated, SimulationAnswer } from './simulation-view.tsx'

export type Trial = {
  asked: Asked
  errors?: Partial<Record<keyof Asked, string>>
  simulated?: Simulated
}

type Props = { ui: Ui; context: Context; here: string; trial: Trial }

/** Inside the form of a policy: it sends the draft, saves nothing, and the page comes back with the answer. */
export function SimulationPanel({ ui, context, here, trial: { asked, errors, simulated } }: Props) {
  const { t, locale } = ui
  const named = (name: keyof Asked) => ({
    id: `try.${name}`,
    name: `try.${name}`,
    value: asked[name],
    error: errors?.[name],
  })
  return (
    <section className="panel simulation" aria-labelledby="simulation">
      <h2 id="simulation">{t('simulation.title')}</h2>
      <p className="hint">{t('simulation.intro')}</p>
      <div className="simulation-case">
        <SelectField {...named('priority')} label={t('simulation.priority')} options={priorityOptions} />
        <DateField {...named('date')} label={t('simulation.date')} />
        <TextField {...named('time')} label={t('simulation.time')} maxLength={5} />
        <TextField {...named('zone')} label={t('simulation.zone')} maxLength={60} list="zones" />
        <SelectField
          {...named('teamId')}
          label={t('simulation.team')}
          options={[{ value: '', label: t('simulation.defaultTeam') }, ...optionsOf(context.teams, locale)]}
        />
        <TextField
          {...named('acknowledged')}
          label={t('simulation.acknowledged')}
          hint={t('simulation.acknowledgedHint')}
          maxLength={5}
          inputMode="decimal"
        />
      </div>
      <button
        type="submit"
        name="asks"
        value="simulate"
        formAction={`${here}/save#answer`}
        formNoValidate
        className="button button-plain"
      >
        {t('simulation.go')}
      </button>
      {simulated && <SimulationAnswer ui={ui} simulated={simulated} />}
    </section>
  )
}
