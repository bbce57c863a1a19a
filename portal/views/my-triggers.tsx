import { BlueprintFields } from '../components/blueprint-form.tsx'
import { Button } from '../components/button.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import type { Draft } from '../components/field.tsx'
import { Icon } from '../components/icon.tsx'
import { nameIn } from '../lib/names.ts'
import type { MyNotifications, Turned } from '../lib/notify-contract.ts'
import type { Input, Thing } from '../lib/set-up/blueprint.ts'
import { type Known, triggerWords } from '../lib/trigger-words.ts'
import type { Ui } from '../lib/visit.ts'

type Props = { ui: Ui; mine: MyNotifications; known: Known }
type OwnProps = Props & { inputs: Input[]; draft: Draft; asked?: Thing }

/** What somebody asked to be told of, and a form to ask for more. */
export function OwnTriggers({ ui, mine, known, inputs, draft, asked }: OwnProps) {
  const { t } = ui
  return (
    <section className="panel" aria-labelledby="triggers">
      <h2 id="triggers">{t('me.triggers')}</h2>
      <p className="hint">{t('me.triggersHint')}</p>
      {mine.triggers.length === 0 ? (
        <p>{t('me.noTriggers')}</p>
      ) : (
        <ul className="my-list">
          {mine.triggers.map((trigger) => (
            <li key={trigger.id}>
              <div>
                <strong dir="auto">{trigger.name}</strong>
                <p className="hint">{triggerWords(ui, trigger, known)}</p>
              </div>
              <form method="post" action="/me/notifications/remove-trigger">
                <button
                  type="submit"
                  name="id"
                  value={trigger.id}
                  className="button button-plain"
                  aria-label={t('me.removeOf', { name: trigger.name })}
                >
                  {t('me.remove')}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <Disclosure summary={t('me.addTrigger')} isOpen={asked !== undefined}>
        <form method="post" action="/me/notifications/add-trigger" className="form" noValidate>
          <BlueprintFields
            ui={ui}
            inputs={inputs}
            thing={asked ?? {}}
            errors={draft.errors}
            prefix={newPrefix}
          />
          <Button>{t('me.add')}</Button>
        </form>
      </Disclosure>
    </section>
  )
}

/** What stands before the names of the inputs of a new trigger. */
export const newPrefix = 'new.'

export function DefaultTriggers({ ui, mine, known }: Props) {
  const { t } = ui
  if (mine.defaultTriggers.length === 0) return null
  return (
    <section className="panel" aria-labelledby="defaults">
      <h2 id="defaults">{t('me.defaults')}</h2>
      <ul className="my-list">
        {mine.defaultTriggers.map((trigger) => (
          <li key={trigger.id}>
            <div>
              <strong dir="auto">{nameIn(trigger.name, ui.locale)}</strong>{' '}
              <Switched ui={ui} trigger={trigger} />
              <p className="hint">{triggerWords(ui, trigger, known)}</p>
            </div>
            <form method="post" action="/me/notifications/turn-trigger">
              <input type="hidden" name="id" value={trigger.id} />
              <button
                type="submit"
                name="active"
                value={trigger.active ? 'no' : 'yes'}
                className="button button-plain"
                aria-label={t(trigger.active ? 'me.turnOffOf' : 'me.turnOnOf', {
                  name: nameIn(trigger.name, ui.locale),
                })}
              >
                {t(trigger.active ? 'me.turnOff' : 'me.turnOn')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Switched = ({ ui: { t }, trigger: { active } }: { ui: Ui; trigger: Turned }) => (
  <span className={active ? 'tag tag-ask' : 'tag'}>
    <Icon name={active ? 'check' : 'cross'} />
    {t(active ? 'me.on' : 'me.off')}
  </span>
)

export function MutedIncidents({ ui, mine }: Omit<Props, 'known'>) {
  const { t } = ui
  return (
    <section className="panel" aria-labelledby="muted">
      <h2 id="muted">{t('me.muted')}</h2>
      <p className="hint">{t(mine.muted.length === 0 ? 'me.noMuted' : 'me.mutedHint')}</p>
      {mine.muted.length > 0 && (
        <ul className="my-list">
          {mine.muted.map(({ id, title }) => (
            <li key={id}>
              <a href={`/incidents/${id}`}>
                <span className="number">{id}</span> {title && <bdi>{title}</bdi>}
              </a>
              <form method="post" action="/me/notifications/unmute">
                <button
                  type="submit"
                  name="id"
                  value={id}
                  className="button button-plain"
                  aria-label={t('me.unmuteOf', { number: id })}
                >
                  {t('me.unmute')}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
