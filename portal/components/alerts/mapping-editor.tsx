import type { Tried } from '../../lib/alerts/calls.ts'
import { formOfMapping, mappingInputs } from '../../lib/alerts/mapping-form.ts'
import { indented } from '../../lib/indented.ts'
import type { Ui } from '../../lib/visit.ts'
import type { SourceData } from '../../views/source-data.ts'
import type { Editing } from '../../views/source-view.tsx'
import { BlueprintFields } from '../blueprint-form.tsx'
import { Button } from '../button.tsx'
import { TextArea } from '../field.tsx'
import { Icon } from '../icon.tsx'
import { SeverityBadge } from './severity.tsx'

/** What stands before the names of its inputs. */
export const mappingPrefix = 'mapping.'

type EditorProps = { ui: Ui; data: SourceData; editing: Editing; here: string; mayEdit: boolean }

/** What came last, beside where in it everything stands; tried as often as one likes before it is saved. */
export function MappingEditor({ ui, data, editing, here, mayEdit }: EditorProps) {
  const { t } = ui
  const { source, etag } = data
  const { mapping, tried, extra, payload, draft } = editing
  return (
    <section className="panel" aria-labelledby="mapping">
      <h2 id="mapping">{t('sources.mappingTitle')}</h2>
      <Captured ui={ui} data={data} mayEdit={mayEdit} />
      <form method="post" action={`${here}/mapping`} className="form blueprint" noValidate>
        {/* Enter tries, and saves nothing. */}
        <button type="submit" name="asks" value="try" className="visually-hidden" tabIndex={-1}>
          {t('sources.try')}
        </button>
        <input type="hidden" name="etag" value={etag} />
        <p className="hint">{t('sources.mappingHint', { open: '{{', close: '}}' })}</p>
        <BlueprintFields
          ui={ui}
          inputs={mappingInputs(ui)}
          thing={mapping ?? (source.mapping ? formOfMapping(source.mapping) : {})}
          errors={draft.errors}
          extra={extra}
          prefix={mappingPrefix}
        />
        {mayEdit && (
          <>
            <TextArea
              id="payload"
              name="payload"
              label={t('sources.payload')}
              hint={t('sources.payloadHint')}
              error={draft.errors.payload}
              value={payload}
              maxLength={65_536}
              rows={2}
            />
            {tried && <TriedOut ui={ui} tried={tried} />}
            <div className="buttons">
              <button type="submit" name="asks" value="try" className="button button-plain">
                {t('sources.try')}
              </button>
              <Button>{t('sources.save')}</Button>
            </div>
          </>
        )}
      </form>
    </section>
  )
}

function Captured({ ui, data, mayEdit }: Omit<EditorProps, 'editing' | 'here'>) {
  const { t, clock } = ui
  const { captured } = data.traffic
  if (!mayEdit) return null
  if (!captured) return <p className="soft">{t('sources.nothingCaptured')}</p>
  const time = clock.relative(captured.at)
  return (
    <figure className="captured">
      <figcaption>
        <strong>{t('sources.capturedTitle')}</strong>{' '}
        <span className="soft">
          {captured.outcome === 'accepted'
            ? t('sources.capturedAt', { time })
            : t('sources.capturedRefused', { time, reason: t(`refused.${captured.outcome}`) })}
        </span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <pre className="code code-tall" dir="ltr" tabIndex={0}>
        {indented(captured.text)}
      </pre>
      {captured.isCut && <p className="hint">{t('sources.capturedCut')}</p>}
    </figure>
  )
}

/** The alerts that it would be, or what is in the way. */
function TriedOut({ ui, tried }: { ui: Ui; tried: Tried }) {
  const { t } = ui
  const { occurrences, errors, detail } = tried
  const isWrong = errors.length > 0 || detail !== undefined
  return (
    // biome-ignore lint/a11y/noAutofocus: the page came back because this was asked for.
    <section id="tried" className="tried" role="status" tabIndex={-1} autoFocus>
      <h3>
        <Icon name={isWrong ? 'alert' : 'check'} />
        {t(isWrong ? 'sources.triedErrors' : 'sources.triedTitle')}
      </h3>
      {isWrong && (
        <ul>
          {errors.length === 0 && <li>{detail}</li>}
          {errors.map(({ path, message }) => (
            <li key={path} dir="auto">
              {message}
            </li>
          ))}
        </ul>
      )}
      {(!isWrong || occurrences.length > 0) && (
        <>
          <p>{t('sources.triedCount', { count: occurrences.length })}</p>
          <ul className="tried-alerts">
            {occurrences.slice(0, 20).map(({ fingerprint, severity, title, status, labels }) => (
              <li key={fingerprint}>
                <p>
                  <SeverityBadge ui={ui} severity={severity} /> <strong dir="auto">{title}</strong>{' '}
                  <span className="soft">
                    {t(status === 'firing' ? 'sources.triedFiring' : 'sources.triedResolved')}
                  </span>
                </p>
                <p className="labels">
                  {Object.entries(labels).map(([name, value]) => (
                    <code key={name}>
                      {name}={value}
                    </code>
                  ))}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
