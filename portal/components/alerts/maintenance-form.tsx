import { recurringInputs, subjectInputs } from '../../lib/alerts/maintenance-form.ts'
import { zoneWords } from '../../lib/on-call/words.ts'
import type { Thing } from '../../lib/set-up/blueprint.ts'
import type { Ui } from '../../lib/visit.ts'
import { wallAt } from '../../lib/wall-clock.ts'
import type { MaintenanceTyped } from '../../views/maintenances-view.tsx'
import { BlueprintFields } from '../blueprint-form.tsx'
import { Button } from '../button.tsx'
import { DateField, emptyDraft, TimeField } from '../field.tsx'
import { Zones } from '../zones.tsx'

const kinds = ['once', 'recurring'] as const

type FormProps = {
  ui: Ui
  services: Thing[]
  typed?: MaintenanceTyped
  /** One that is there: whether it comes once or again it keeps. */
  stored?: { id: string; etag: string }
}

/** What is worked on, and when: once, or at hours of some weekdays. */
export function MaintenanceForm({ ui, services, typed, stored }: FormProps) {
  const { t, clock } = ui
  const { values, errors } = typed?.draft ?? emptyDraft
  const today = wallAt(clock.now.toISOString(), clock.zone).date
  const thing = typed?.thing ?? { recurring: { startsOn: today } }
  const blueprint = { ui, thing, errors, extra: typed?.extra }
  const field = (name: string, otherwise?: string) => ({
    ...{ id: name, name, error: errors[name] },
    value: values[name] ?? otherwise,
  })
  return (
    <form
      method="post"
      action={`/alerts/maintenances/${stored ? `${encodeURIComponent(stored.id)}/` : ''}save`}
      className="form maintenance-form"
      noValidate
    >
      {stored ? (
        <input type="hidden" name="etag" value={stored.etag} />
      ) : (
        <input type="hidden" name="key" value={crypto.randomUUID()} />
      )}
      <BlueprintFields {...blueprint} inputs={subjectInputs(ui, { services })} />
      <fieldset className="field choice">
        <legend>{t('maintenances.when')}</legend>
        <div className="cards cards-grid">
          {(stored ? kinds.filter((kind) => kind === typed?.kind) : kinds).map((kind) => (
            <label key={kind} className="card">
              <input
                type="radio"
                name="kind"
                value={kind}
                id={`kind-${kind}`}
                defaultChecked={(typed?.kind ?? 'once') === kind}
              />
              <span className="card-label">{t(`maintenances.${kind}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="maintenance-once">
        <p className="hint">{t('silences.zoneHint', { zone: zoneWords(clock.zone) })}</p>
        <div className="row-fields">
          <DateField {...field('fromDate', today)} label={t('maintenances.fromDate')} />
          <TimeField {...field('fromTime')} label={t('maintenances.fromTime')} />
          <DateField {...field('toDate', today)} label={t('maintenances.toDate')} />
          <TimeField {...field('toTime')} label={t('maintenances.toTime')} />
        </div>
      </div>
      <div className="blueprint-line maintenance-recurring">
        <BlueprintFields {...blueprint} inputs={recurringInputs(ui)} />
        <Zones inputs={recurringInputs(ui)} />
      </div>
      <Button>{t(stored ? 'maintenances.save' : 'maintenances.make')}</Button>
    </form>
  )
}
