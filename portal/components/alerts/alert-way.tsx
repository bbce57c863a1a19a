import type { Step } from '../../lib/alerts/contract.ts'
import { type WayNames, waySentence, wayShown } from '../../lib/alerts/way-sentence.ts'
import { namesOf } from '../../lib/names.ts'
import { textIn } from '../../lib/set-up/context.ts'
import type { Ui } from '../../lib/visit.ts'
import type { AlertData } from '../../views/alert-data.ts'
import { Icon } from '../icon.tsx'

const signs = { passes: 'check', waits: 'pause', stops: 'stop' } as const

/** The stages that it went through, in order, each with what was asked and what came of it. */
export function AlertWay({ ui, data }: { ui: Ui; data: AlertData }) {
  const { t } = ui
  const way = wayShown(data.alert.way)
  return (
    <section className="panel">
      <h2>{t('alerts.wayTitle')}</h2>
      {way.length === 0 ? (
        <p className="soft">{t('alerts.noWay')}</p>
      ) : (
        <Way ui={ui} way={way} names={namesIn(ui, data)} />
      )}
    </section>
  )
}

type WayProps = { ui: Ui; way: readonly Step[]; names: WayNames }

export const Way = ({ ui, way, names }: WayProps) => (
  <ol className="way">
    {way.map((step) => (
      <li key={`${step.stage}:${step.code}`} className={`way-${step.verdict}`}>
        <Icon name={signs[step.verdict]} />
        <p className="way-stage">
          <span>{ui.t(`way.stage_${step.stage}`)}</span>
          <strong className={step.verdict === 'passes' ? 'visually-hidden' : undefined}>
            {ui.t(`way.${step.verdict}`)}
          </strong>
        </p>
        <p dir="auto">{waySentence(ui, step, names)}</p>
      </li>
    ))}
  </ol>
)

type Named = Pick<AlertData, 'teams' | 'rules' | 'silences' | 'maintenances'>

const namesIn = ({ locale }: Ui, { teams, rules, silences, maintenances }: Named): WayNames => ({
  team: namesOf(teams, locale),
  rule: (id) => {
    const rule = rules.find((one) => one.id === id)
    return rule && textIn(rule, 'name')
  },
  silence: (id) => {
    const silence = silences.find((one) => one.id === id)
    return silence && { who: silence.owner.name, reason: silence.reason }
  },
  maintenance: (id) => maintenances.find((one) => one.id === id)?.title,
})
