import type { ReactNode } from 'react'
import type { Team } from '../lib/contract.ts'
import { nameIn } from '../lib/names.ts'
import type { Ui } from '../lib/visit.ts'
import { Button } from './button.tsx'
import { type Draft, SelectField, TextArea, TextField } from './field.tsx'

export const bulkActions = ['take', 'team', 'resolve', 'close', 'cancel'] as const
export type BulkAction = (typeof bulkActions)[number]

const codes = ['fixed', 'workaround', 'advised', 'self_solved', 'not_reproducible'] as const
const isSimple = (action: BulkAction) => action === 'take' || action === 'close'

type FieldsProps = { ui: Ui; teams: Team[]; draft: Draft; action: BulkAction }

/** What a change of many needs to know. */
export function BulkFields({ ui: { t, locale }, teams, draft, action }: FieldsProps) {
  const given = (name: string) => ({
    id: `bulk-${name}`,
    name,
    value: draft.values[name],
    error: draft.errors[name],
  })
  if (action === 'team') {
    const options = teams.map(({ id, name }) => ({ value: id, label: nameIn(name, locale) }))
    return <SelectField label={t('queue.team')} options={options} {...given('teamId')} />
  }
  if (action === 'resolve') {
    const options = codes.map((value) => ({ value, label: t(`resolutionCode.${value}`) }))
    return (
      <>
        <SelectField label={t('desk.resolutionCode')} options={options} {...given('resolutionCode')} />
        <TextArea
          label={t('desk.notes')}
          hint={t('bulk.notesHint')}
          maxLength={20_000}
          rows={3}
          {...given('notes')}
        />
      </>
    )
  }
  if (action === 'cancel')
    return <TextField label={t('desk.cancelReason')} maxLength={500} {...given('reason')} />
  return null
}

/**
 * What can be done with the rows that are picked. It comes up when one is; the browser alone does that, and opens
 * the cards that ask for more.
 */
export function BulkBar({ ui, returnTo }: { ui: Ui; returnTo: string }) {
  const { t } = ui
  return (
    <fieldset className="bulk-bar" aria-label={t('bulk.bar')}>
      <input type="hidden" name="returnTo" value={returnTo} />
      <input type="hidden" name="key" value={crypto.randomUUID()} />
      <p className="bulk-count" aria-live="polite" data-picked={t('bulk.picked', { count: '#' })}>
        {t('bulk.some')}
      </p>
      {bulkActions.map((action) =>
        isSimple(action) ? (
          <BulkButton key={action} action={action}>
            {t(`bulk.${action}`)}
          </BulkButton>
        ) : (
          <button
            key={action}
            type="button"
            className="button button-plain"
            popoverTarget={`bulk-card-${action}`}
          >
            {t(`bulk.${action}`)}…
          </button>
        ),
      )}
    </fieldset>
  )
}

/** Cards of the bar; they stand beside it because a popover lies over everything. */
export const BulkCards = ({ ui, teams, draft }: Omit<FieldsProps, 'action'>) =>
  bulkActions
    .filter((action) => !isSimple(action))
    .map((action) => (
      <div
        key={action}
        id={`bulk-card-${action}`}
        popover="auto"
        className="popover form"
        role="dialog"
        aria-label={ui.t(`bulk.${action}`)}
      >
        <h2>{ui.t(`bulk.${action}`)}</h2>
        <BulkFields ui={ui} teams={teams} draft={draft} action={action} />
        <p className="hint">{ui.t('bulk.undoable')}</p>
        <BulkButton action={action}>{ui.t(`bulk.do_${action}`)}</BulkButton>
      </div>
    ))

const BulkButton = ({ action, children }: { action: BulkAction; children: ReactNode }) => (
  <button
    type="submit"
    name="change"
    value={action}
    className={`button button-${isSimple(action) ? 'plain' : 'primary'}`}
  >
    {children}
  </button>
)

export const BulkConfirm = ({ ui, action }: { ui: Ui; action: BulkAction }) => (
  <>
    <input type="hidden" name="change" value={action} />
    <Button>{ui.t(`bulk.do_${action}`)}</Button>
  </>
)
