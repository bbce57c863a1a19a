import type { Held, Matcher } from '../../lib/alerts/contract.ts'
import { matchersInput } from '../../lib/alerts/matchers-form.ts'
import { type End, quickEnds } from '../../lib/alerts/silence-form.ts'
import { zoneWords } from '../../lib/on-call/words.ts'
import type { Thing } from '../../lib/set-up/blueprint.ts'
import type { Ui } from '../../lib/visit.ts'
import { BlueprintFields } from '../blueprint-form.tsx'
import { Button } from '../button.tsx'
import { Disclosure } from '../disclosure.tsx'
import { DateField, type Draft, FieldError, TextField, TimeField } from '../field.tsx'
import { type AlertNames, AlertRows } from './alert-rows.tsx'

type FormProps = {
  ui: Ui
  action: string
  /** Of a silence that is there: as it was seen. */
  etag?: string
  matchers: readonly Partial<Matcher>[]
  /** The list was asked for one row more. */
  extra?: string
  draft: Draft
  chosen: End
  held?: { would: Held; names: AlertNames }
}

/** Which alerts, why, and until when: with quick answers to the last that work without script. */
export function SilenceForm({ ui, action, etag, matchers, extra, draft, chosen, held }: FormProps) {
  const { t, clock } = ui
  const { values, errors } = draft
  const field = (name: string) => ({ id: name, name, value: values[name], error: errors[name] })
  return (
    <form method="post" action={action} className="form silence-form" noValidate>
      {etag === undefined ? (
        <input type="hidden" name="key" value={crypto.randomUUID()} />
      ) : (
        <input type="hidden" name="etag" value={etag} />
      )}
      <BlueprintFields
        ui={ui}
        inputs={[
          matchersInput(ui, { path: 'matchers', label: t('silences.which'), hint: t('silences.whichHint') }),
        ]}
        thing={{ matchers: matchers as Thing[] }}
        errors={errors}
        extra={extra}
      />
      <TextField
        {...field('reason')}
        label={t('silences.reason')}
        hint={t('silences.reasonHint')}
        maxLength={500}
        isRequired
      />
      <fieldset className={errors.ends ? 'field field-wrong choice' : 'field choice'}>
        <legend>{t('silences.until')}</legend>
        <p className="hint">{t('silences.zoneHint', { zone: zoneWords(clock.zone) })}</p>
        {errors.ends && <FieldError id="ends-error">{errors.ends}</FieldError>}
        <div className="cards cards-grid">
          {([...(etag === undefined ? [] : (['keep'] as const)), ...quickEnds, 'at'] as const).map(
            (end, index) => (
              <label key={end} className="card">
                <input
                  type="radio"
                  id={index === 0 ? 'ends' : `ends-${end}`}
                  name="ends"
                  value={end}
                  defaultChecked={chosen === end}
                />
                <span className="card-label">{t(`silences.ends_${end}`)}</span>
              </label>
            ),
          )}
        </div>
        <div className="row-fields silence-at">
          <DateField {...field('endDate')} label={t('silences.endDate')} />
          <TimeField {...field('endTime')} label={t('silences.endTime')} />
        </div>
      </fieldset>
      {etag === undefined && (
        <Disclosure summary={t('silences.later')} isOpen={Boolean(values.startDate ?? errors.startTime)}>
          <div className="row-fields">
            <DateField {...field('startDate')} label={t('silences.startDate')} />
            <TimeField {...field('startTime')} label={t('silences.startTime')} />
          </div>
        </Disclosure>
      )}
      <p className="hint">{t('silences.effect')}</p>
      {held && <WouldHold ui={ui} {...held} />}
      <div className="buttons">
        <Button>{t(etag === undefined ? 'silences.make' : 'silences.save')}</Button>
        <button type="submit" name="asks" value="preview" className="button button-plain">
          {t('silences.preview')}
        </button>
      </div>
    </form>
  )
}

function WouldHold({ ui, would, names }: { ui: Ui; would: Held; names: AlertNames }) {
  const { t } = ui
  return (
    // biome-ignore lint/a11y/noAutofocus: the page came back because this was asked for.
    <section id="preview" className="tried" role="status" tabIndex={-1} autoFocus>
      <p>
        <strong>{t('silences.previewCount', { count: would.count })}</strong>{' '}
        {!would.isComplete && t('silences.previewMore')}
      </p>
      {would.examples.length > 0 && <AlertRows ui={ui} rows={would.examples.slice(0, 10)} names={names} />}
    </section>
  )
}
