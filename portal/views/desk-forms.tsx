import { Choice } from '../components/choice.tsx'
import { DateField, type Draft, TextArea, TextField } from '../components/field.tsx'
import { IncidentForm, type IncidentFormProps, longest } from './incident-forms.tsx'

const draftOf = ({ values, errors }: Draft, name: string) => ({ value: values[name], error: errors[name] })

/** Who reads it; where monitoring reported the incident, nobody is at the other end. */
export const ReplyForm = ({ ui: { t }, data, draft }: IncidentFormProps) => (
  <IncidentForm data={data} to="reply" button={t('desk.sendReply')}>
    <TextArea
      id="body"
      name="body"
      label={
        data.alerts.items.length > 0
          ? t('desk.commentHint')
          : t('desk.replyHint', { name: data.incident.requester.name })
      }
      maxLength={longest}
      rows={4}
      {...draftOf(draft, 'body')}
    />
  </IncidentForm>
)

export const NoteForm = ({ ui: { t }, data, draft }: IncidentFormProps) => (
  <IncidentForm data={data} to="note" button={t('desk.sendNote')} kind="plain">
    <TextArea
      id="note"
      name="note"
      label={t('desk.noteHint', { name: data.incident.requester.name })}
      maxLength={longest}
      rows={4}
      {...draftOf(draft, 'note')}
    />
  </IncidentForm>
)

export const HoldForm = ({ ui: { t }, data, draft }: IncidentFormProps) => (
  <IncidentForm data={data} to="hold" button={t('desk.hold')}>
    <Choice
      name="holdReason"
      layout="list"
      legend={t('desk.holdReason')}
      error={draft.errors.holdReason}
      chosen={draft.values.holdReason}
      options={(
        ['awaiting_requester', 'awaiting_vendor', 'awaiting_change', 'awaiting_problem'] as const
      ).map((value) => ({ value, label: t(`holdReason.${value}`) }))}
    />
    <TextArea
      id="holdComment"
      name="holdComment"
      label={t('desk.holdComment')}
      hint={t('desk.holdCommentHint')}
      maxLength={longest}
      rows={3}
      {...draftOf(draft, 'holdComment')}
    />
    <DateField
      id="until"
      name="until"
      label={t('desk.holdUntil')}
      hint={t('desk.holdUntilHint')}
      {...draftOf(draft, 'until')}
    />
  </IncidentForm>
)

export const ResolveForm = ({ ui: { t }, data, draft }: IncidentFormProps) => (
  <IncidentForm data={data} to="resolve" button={t('desk.resolve')}>
    <Choice
      name="resolutionCode"
      layout="list"
      legend={t('desk.resolutionCode')}
      error={draft.errors.resolutionCode}
      chosen={draft.values.resolutionCode}
      options={(['fixed', 'workaround', 'advised', 'self_solved', 'not_reproducible'] as const).map(
        (value) => ({
          value,
          label: t(`resolutionCode.${value}`),
        }),
      )}
    />
    <TextArea
      id="notes"
      name="notes"
      label={t('desk.notes')}
      hint={t('desk.notesHint')}
      maxLength={longest}
      rows={4}
      {...draftOf(draft, 'notes')}
    />
  </IncidentForm>
)

export const CancelForm = ({ ui: { t }, data, draft }: IncidentFormProps) => (
  <IncidentForm data={data} to="cancel" button={t('desk.cancel')} kind="danger">
    <TextField
      id="reason"
      name="reason"
      label={t('desk.cancelReason')}
      maxLength={500}
      {...draftOf(draft, 'reason')}
    />
  </IncidentForm>
)

export const ReopenForm = ({ ui: { t }, data, draft }: IncidentFormProps) => (
  <IncidentForm id="reopen" data={data} to="reopen" button={t('desk.reopen')} kind="plain">
    <TextArea
      id="comment"
      name="comment"
      label={t('desk.reopenReason')}
      maxLength={longest}
      rows={3}
      {...draftOf(draft, 'comment')}
    />
  </IncidentForm>
)
