import { pathTo } from '../lib/category-forms.ts'
import type { Category } from '../lib/contract.ts'
import type { Triage } from '../lib/desk-contract.ts'
import { nameIn, namesOf, teamNames } from '../lib/names.ts'
import type { Ui } from '../lib/visit.ts'
import type { IncidentData } from './incident-data.ts'
import { IncidentForm } from './incident-forms.tsx'

/** A category with those above it: "Network › VPN". */
export const categoryPath = (categories: readonly Category[], id: string | undefined, ui: Ui): string =>
  pathTo(categories, id)
    .map(({ name }) => nameIn(name, ui.locale))
    .join(' › ') || namesOf(categories, ui.locale)(id)

const names = ['categoryId', 'teamId', 'impact', 'urgency'] as const

/** What is still only recommended: what stands already, or was decided otherwise, asks for nothing. */
const openIn = (triage: Triage) =>
  names.flatMap((name) => {
    const field = triage.fields?.find((one) => one.name === name)
    const value = field ? field.value : triage.fields ? undefined : triage[name]
    const status = field?.status ?? triage.status
    return value && status === 'recommended' ? [{ name, value }] : []
  })

/** What the words of the report suggest, and which words those are. A person decides. */
export function TriageBox({ ui, data }: { ui: Ui; data: IncidentData }) {
  const { t, locale } = ui
  const { incident, categories, teams } = data
  const { triage } = incident
  const open = triage ? openIn(triage) : []
  if (!triage || open.length === 0 || !incident.may.includes('edit')) return null
  const word = ({ name, value }: (typeof open)[number]) => {
    if (name === 'categoryId') return categoryPath(categories, value, ui)
    if (name === 'teamId') return teamNames(teams, locale).team(value)
    const degree = (['high', 'medium', 'low'] as const).find((one) => one === value)
    return t(name === 'impact' ? 'side.impactIs' : 'side.urgencyIs', {
      degree: degree ? t(`degree.${degree}`) : value,
    })
  }
  const because = triage.words?.map((one) => one.word) ?? []
  return (
    <section className="panel triage" aria-labelledby="triage">
      <h2 id="triage">{t('side.suggested')}</h2>
      <p className="triage-what">
        {open.map((one) => (
          <span key={one.name}>{word(one)}</span>
        ))}
      </p>
      <p className="soft">
        {triage.by === 'rule' || triage.confidence === undefined
          ? t('side.byRule')
          : t('side.sure', { percent: String(Math.round(triage.confidence * 100)) })}
        {because.length > 0 && (
          <>
            {' '}
            {t('side.because')}{' '}
            {because.map((one) => (
              <span key={one} className="word">
                {one}
              </span>
            ))}
          </>
        )}
      </p>
      <IncidentForm data={data} to="suggestion" button={t('side.accept')} kind="plain">
        {open.map(({ name, value }) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      </IncidentForm>
      <p className="hint">{t('side.orChoose')}</p>
    </section>
  )
}
