import { keyHelp } from '../lib/keys.ts'
import type { Ui } from '../lib/visit.ts'

const parts = ['anywhere', 'queue', 'incident'] as const

/** What the keys do, and the switch that turns them off. */
export const KeysDialog = ({ ui: { t } }: { ui: Ui }) => (
  <dialog id="keys" className="dialog" aria-labelledby="keys-title">
    <form method="dialog" className="dialog-head">
      <h2 id="keys-title">{t('keys.title')}</h2>
      <button type="submit" className="button button-quiet">
        {t('keys.close')}
      </button>
    </form>
    <div className="keys">
      {parts.map((part) => (
        <section key={part}>
          <h3>{t(`keys.${part}`)}</h3>
          <dl>
            {keyHelp[part].map(([key, name]) => (
              <div key={key}>
                <dt>
                  {key.split(' ').map((one) => (
                    <kbd key={one}>{one}</kbd>
                  ))}
                </dt>
                <dd>{t(`keys.${name}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
    <label className="keys-switch">
      <input type="checkbox" id="keys-on" defaultChecked />
      {t('keys.on')}
    </label>
  </dialog>
)
