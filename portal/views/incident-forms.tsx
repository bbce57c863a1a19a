import type { ReactNode } from 'react'
import { Button, type ButtonKind } from '../components/button.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { type Draft, TextArea } from '../components/field.tsx'
import type { Ui } from '../lib/visit.ts'
import type { IncidentData } from './incident-data.ts'

export type IncidentFormProps = { ui: Ui; data: IncidentData; draft: Draft }

type FormProps = {
  data: IncidentData
  to: string
  button: string
  kind?: ButtonKind
  /** What a mail's link leads to; a browser opens the disclosure around it by itself. */
  id?: string
  /** The key that presses its button. */
  shortcut?: string
  children?: ReactNode
}

/**
 * Every form on an incident says which version it was written for, what was the last entry seen, and a key
 * under which a second press of the button is the same press.
 */
export function IncidentForm({ data, to, button, kind, id, shortcut, children }: FormProps) {
  const { incident, etag, entries, key } = data
  const last = entries.at(-1)
  return (
    <form id={id} method="post" action={`/incidents/${incident.id}/${to}`} className="form">
      <input type="hidden" name="etag" value={etag} />
      <input type="hidden" name="seen" value={last?.at ?? ''} />
      <input type="hidden" name="key" value={key} />
      {children}
      <Button kind={kind} shortcut={shortcut}>
        {button}
      </Button>
    </form>
  )
}

export const longest = 20_000

export const AnswerForm = ({ ui: { t }, data, draft }: IncidentFormProps) => (
  <IncidentForm data={data} to="reply" button={t('incident.send')}>
    <TextArea
      id="body"
      name="body"
      label={t('incident.reply')}
      hint={t('incident.replyHint')}
      error={draft.errors.body}
      value={draft.values.body}
      maxLength={longest}
      rows={3}
      isRequired
    />
  </IncidentForm>
)

/** It is over for good; what is still wrong begins something new, which knows where it comes from. */
export const FollowForm = ({ ui: { t }, data, draft }: IncidentFormProps) => (
  <Disclosure summary={t('incident.followUp')} isOpen={'body' in draft.values || 'body' in draft.errors}>
    <IncidentForm data={data} to="follow" button={t('incident.followSend')} kind="plain">
      <TextArea
        id="body"
        name="body"
        label={t('incident.followWhat')}
        hint={t('incident.followHint')}
        error={draft.errors.body}
        value={draft.values.body}
        maxLength={longest}
        rows={3}
      />
    </IncidentForm>
  </Disclosure>
)

export const ConfirmForms = ({ ui: { t }, data, draft }: IncidentFormProps) => (
  <>
    {data.incident.legalMoves.includes('closed') && (
      <IncidentForm id="confirm" data={data} to="confirm" button={t('incident.confirm')} />
    )}
    {data.incident.legalMoves.includes('in_progress') && (
      <Disclosure summary={t('incident.notYet')} isOpen={'comment' in draft.values}>
        <IncidentForm id="reopen" data={data} to="reopen" button={t('incident.reopen')} kind="plain">
          <TextArea
            id="comment"
            name="comment"
            label={t('incident.whyReopen')}
            hint={t('incident.whyReopenHint')}
            error={draft.errors.comment}
            value={draft.values.comment}
            maxLength={longest}
            rows={3}
          />
        </IncidentForm>
      </Disclosure>
    )}
  </>
)

export const WithdrawForm = ({ ui: { t }, data }: Omit<IncidentFormProps, 'draft'>) => (
  <Disclosure summary={t('incident.withdraw')}>
    <p>{t('incident.withdrawText')}</p>
    <IncidentForm data={data} to="cancel" button={t('incident.withdrawButton')} kind="plain">
      <TextArea id="reason" name="reason" label={t('incident.withdrawReason')} maxLength={500} rows={2} />
    </IncidentForm>
  </Disclosure>
)
