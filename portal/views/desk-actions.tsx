import { Disclosure } from '../components/disclosure.tsx'
import { CancelForm, EditForm, HoldForm, ReopenForm, ResolveForm } from './desk-forms.tsx'
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
  return (
    <section className="panel actions" aria-labelledby="next-step">
      <h2 id="next-step">{t('desk.nextStep')}</h2>
      {nothing && <p>{t('desk.noStep')}</p>}
      {may('acknowledge') && <IncidentForm data={data} to="acknowledge" button={t('desk.acknowledge')} />}
      {may('take') && !isMine && (
        <IncidentForm
          data={data}
          to="take"
          button={t('desk.take')}
          kind={may('acknowledge') ? 'plain' : 'primary'}
        >
          <input type="hidden" name="assigneeId" value={ui.person?.id} />
        </IncidentForm>
      )}
      {incident.state === 'on_hold' && legal('in_progress') && (
        <IncidentForm data={data} to="resume" button={t('desk.resume')} />
      )}
      {legal('resolved') && (
        <Disclosure summary={t('desk.resolve')} group="move" isOpen={sent === 'resolve'}>
          <ResolveForm {...props} />
        </Disclosure>
      )}
      {legal('on_hold') && (
        <Disclosure summary={t('desk.hold')} group="move" isOpen={sent === 'hold'}>
          <HoldForm {...props} />
        </Disclosure>
      )}
      {incident.state === 'resolved' && legal('in_progress') && (
        <Disclosure summary={t('desk.reopen')} group="move" isOpen={sent === 'reopen'}>
          <ReopenForm {...props} />
        </Disclosure>
      )}
      {legal('closed') && (
        <IncidentForm id="confirm" data={data} to="confirm" button={t('desk.close')} kind="plain" />
      )}
      {may('edit') && (
        <Disclosure summary={t('desk.edit')} group="move" isOpen={sent === 'edit'}>
          <EditForm {...props} />
        </Disclosure>
      )}
      {isOpen && (
        <Disclosure summary={t('desk.cancelOpen')} group="move" isOpen={sent === 'cancel'}>
          <CancelForm {...props} />
        </Disclosure>
      )}
    </section>
  )
}
