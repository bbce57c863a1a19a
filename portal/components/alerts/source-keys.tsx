import type { Traffic } from '../../lib/alerts/contract.ts'
import type { Ui } from '../../lib/visit.ts'
import { Button } from '../button.tsx'
import { Disclosure } from '../disclosure.tsx'
import { SelectField } from '../field.tsx'

export const overlaps = ['1440', '60', '10080', '0'] as const

type Key = Omit<NonNullable<Traffic['keys']>[number], 'createdBy'> & { createdBy?: { name: string } }
type KeysProps = { ui: Ui; keys: readonly Key[]; here: string }

/** The keys that work now, by their last signs, and a way to a new one. */
export function SourceKeys({ ui, keys, here }: KeysProps) {
  const { t, clock } = ui
  const working = keys.filter(({ expiresAt }) => !expiresAt || !clock.isPast(expiresAt))
  return (
    <section className="panel" aria-labelledby="keys">
      <h2 id="keys">{t('sources.keysTitle')}</h2>
      <ul className="refusals">
        {working.map(({ lastFour, createdAt, createdBy, expiresAt }) => (
          <li key={lastFour + createdAt}>
            <p>
              <code>…{lastFour}</code>
              {expiresAt && (
                <span className="tag">{t('sources.keyUntil', { time: clock.moment(expiresAt) })}</span>
              )}
            </p>
            <p className="hint">
              {createdBy
                ? t('sources.keyMade', { time: clock.relative(createdAt), who: createdBy.name })
                : clock.relative(createdAt)}
            </p>
          </li>
        ))}
      </ul>
      <Disclosure summary={t('sources.rotateTitle')}>
        <form method="post" action={`${here}/rotate`} className="form">
          <p className="hint">{t('sources.rotateHint')}</p>
          <SelectField
            id="overlapMinutes"
            name="overlapMinutes"
            label={t('sources.overlap')}
            options={overlaps.map((minutes) => ({ value: minutes, label: t(`sources.overlap_${minutes}`) }))}
          />
          <Button kind="plain">{t('sources.rotate')}</Button>
        </form>
      </Disclosure>
    </section>
  )
}
