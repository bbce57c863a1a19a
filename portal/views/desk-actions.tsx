import { Disclosure } from '../components/disclosure.tsx'
import { EditForm } from './desk-edit.tsx'
import { CancelForm, HoldForm, ReopenForm, ResolveForm } from './desk-forms.tsx'
import { EscalateForm, PriorityForm, teamsAbove } from './desk-hand-over.tsx'
import { IncidentForm, type IncidentFormProps } from './incident-forms.tsx'

/** Only what is legal now and allowed to this reader; the likeliest step first and filled. */
export function DeskActions(props: IncidentFormProps & { sent?: string }) {
  const { ui, data, sent } = props
  const { t } = ui
  const { incident } = data
  const may = (action: string) => incident.may.includes(action)
  const legal = (state: (typeof incident.legalMoves)[number]) => incident.legalMoves.includes(state)
  const isMine = incident.assigneeId === ui.person?.id
  const isOpen = incident.state !== 'resolved' && legal('canceled')
  const nothing = incident.may.length === 0 && incident.legalMoves.length === 0
  const fold = (name: string) => ({ group: 'move', isOpen: sent === name })
  return (
    <section className="panel actions" aria-labelledby="next-step">
      <h2 id="next-step">{t('desk.nextStep')}</h2>
      {nothing && <p>{t('desk.noStep')}</p>}
      {may('acknowledge') && (
        <IncidentForm data={data} to="acknowledge" button={t('desk.acknowledge')} shortcut="a" />
      )}
      {may('take') && !isMine && (
        <IncidentForm
          data={data}
          to="take"
          button={t('desk.take')}
          kind={may('acknowledge') ? 'plain' : 'primary'}
          shortcut="t"
        >
          <input type="hidden" name="assigneeId" value={ui.person?.id} />
        </IncidentForm>
      )}
      {incident.state === 'on_hold' && legal('in_progress') && (
        <IncidentForm data={data} to="resume" button={t('desk.resume')} />
      )}
      {legal('resolved') && (
        <Disclosure summary={t('desk.resolve')} shortcut="r" {...fold('resolve')}>
          <ResolveForm {...props} />
        </Disclosure>
      )}
      {legal('on_hold') && (
        <Disclosure summary={t('desk.hold')} shortcut="w" {...fold('hold')}>
          <HoldForm {...props} />
        </Disclosure>
      )}
      {may('escalate') && teamsAbove(data.teams, incident.teamId).length > 0 && (
        <Disclosure summary={t('side.escalate')} shortcut="e" {...fold('escalate')}>
          <EscalateForm {...props} />
        </Disclosure>
      )}
      {incident.state === 'resolved' && legal('in_progress') && (
        <Disclosure summary={t('desk.reopen')} {...fold('reopen')}>
          <ReopenForm {...props} />
        </Disclosure>
      )}
      {legal('closed') && (
        <IncidentForm id="confirm" data={data} to="confirm" button={t('desk.close')} kind="plain" />
      )}
      {may('edit') && (
        <Disclosure summary={t('desk.edit')} shortcut="d" {...fold('edit')}>
          <EditForm {...props} />
        </Disclosure>
      )}
      {may('override_priority') && (
        <Disclosure summary={t('side.changePriority')} {...fold('priority')}>
          <PriorityForm {...props} />
        </Disclosure>
      )}
      {isOpen && (
        <Disclosure summary={t('desk.cancelOpen')} {...fold('cancel')}>
          <CancelForm {...props} />
        </Disclosure>
      )}
    </section>
  )
}
