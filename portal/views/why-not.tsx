import { Button } from '../components/button.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { SelectField } from '../components/field.tsx'
import type { Ui } from '../lib/visit.ts'
import type { IncidentData } from './incident-data.ts'

/** Why was somebody not told? The page is asked again with the person in its address, and answers in sentences. */
export function WhyNot({ ui, data }: { ui: Ui; data: IncidentData }) {
  const { t, person, locale } = ui
  const { incident, people, why } = data
  return (
    <Disclosure summary={t('who.whyNot')} isOpen={why !== undefined}>
      <form method="get" action={`/incidents/${incident.id}#why`} className="form">
        <SelectField
          id="why-person"
          name="why"
          label={t('who.person')}
          value={why?.person.id ?? person?.id}
          options={[
            ...(person ? [{ value: person.id, label: t('who.self') }] : []),
            ...people
              .filter(({ id }) => id !== person?.id)
              .toSorted((a, b) => a.name.localeCompare(b.name, locale))
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Button kind="plain">{t('who.ask')}</Button>
      </form>
      {why && <Answers ui={ui} why={why} />}
    </Disclosure>
  )
}

function Answers({ ui, why }: { ui: Ui; why: NonNullable<IncidentData['why']> }) {
  const { t, clock, locale } = ui
  const { name } = why.person
  return (
    <div className="why">
      {/* biome-ignore lint/a11y/noAutofocus: the page came back because of this answer, so reading starts here. */}
      <h3 id="why" tabIndex={-1} autoFocus>
        {t('who.answers', { name })}
      </h3>
      {why.answers.length === 0 ? (
        <p>{t('who.noAnswer', { name })}</p>
      ) : (
        <ul className="why-answers">
          {why.answers.map(({ step, at, code, text }, place) => (
            <li key={`${code} ${step} ${at} ${place}`}>
              {(step !== undefined || at) && (
                <p className="hint">
                  {[step !== undefined && t('who.atStep', { step: String(step) }), at && clock.moment(at)]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              )}
              <p>{text[locale]}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
