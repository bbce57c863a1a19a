import { Disclosure } from '../components/disclosure.tsx'
import { Fact } from '../components/fact.tsx'
import { SelectField } from '../components/field.tsx'
import { Ago } from '../components/time.tsx'
import { nameIn, teamNames } from '../lib/names.ts'
import type { Ui } from '../lib/visit.ts'
import { AssignForm } from './desk-hand-over.tsx'
import { Remove } from './desk-links.tsx'
import type { IncidentData } from './incident-data.ts'
import { IncidentForm, type IncidentFormProps } from './incident-forms.tsx'

/** Who has it, who was told, who watches. */
export function DeskPeople({ ui, data, draft, sent }: IncidentFormProps & { sent?: string }) {
  const { t, locale } = ui
  const { incident, teams } = data
  return (
    <section className="panel">
      <h2>{t('desk.who')}</h2>
      <dl className="facts">
        <Fact name={t('queue.assignee')}>{incident.assigneeName ?? t('desk.nobody')}</Fact>
        <Fact name={t('desk.team')}>{teamNames(teams, locale).team(incident.teamId)}</Fact>
        <Fact name={t('desk.acknowledged')}>
          <Acknowledged ui={ui} data={data} />
        </Fact>
        <Fact name={t('desk.escalation')}>
          <PagingState ui={ui} data={data} />
        </Fact>
        {(incident.bounces ?? 0) > 0 && (
          <Fact name={t('side.bounces')}>{t('side.times', { count: incident.bounces ?? 0 })}</Fact>
        )}
        {incident.reopenCount > 0 && (
          <Fact name={t('side.reopened')}>{t('side.times', { count: incident.reopenCount })}</Fact>
        )}
        <Fact name={t('side.watchers')}>
          <Watchers ui={ui} data={data} />
        </Fact>
      </dl>
      {incident.may.includes('edit') && (
        <>
          <Disclosure summary={t('side.handOver')} group="people" isOpen={sent === 'assign'}>
            <AssignForm ui={ui} data={data} draft={draft} />
          </Disclosure>
          <Disclosure summary={t('side.addWatcher')} group="people" isOpen={sent === 'watch'}>
            <WatchForm ui={ui} data={data} error={draft.errors.add} />
          </Disclosure>
        </>
      )}
    </section>
  )
}

type Told = { ui: Ui; data: IncidentData }

function Acknowledged({ ui, data: { incident } }: Told) {
  const { acknowledgedAt, acknowledgedBy } = incident.lastAcknowledgement ?? incident
  if (!acknowledgedAt) return ui.t('desk.notAcknowledged')
  const words = incident.pagingAgain ? 'desk.acknowledgedButSilent' : 'desk.acknowledgedBy'
  return ui.t(words, { who: acknowledgedBy?.name ?? '', when: ui.clock.relative(acknowledgedAt) })
}

function PagingState({ ui, data: { incident } }: Told) {
  const { t } = ui
  const { escalation, nextPage } = incident
  if (!escalation) return t('desk.escalationNone')
  if (nextPage) {
    const words = nextPage.ifSilent ? 'desk.escalationResumes' : 'desk.escalationRunning'
    return (
      <>
        {t(words, { step: String(nextPage.step) })} <Ago ui={ui} at={nextPage.at} />
      </>
    )
  }
  if (escalation.status === 'acknowledged') return t('desk.escalationAcknowledged')
  if (escalation.next >= escalation.steps.length) return t('desk.escalationAllSent')
  return t(incident.state === 'canceled' ? 'desk.escalationCanceled' : 'desk.escalationEnded')
}

const watcherIds = ({ incident }: IncidentData) => (incident.watchers ?? []).map(({ id }) => id).join(' ')

function Watchers({ ui, data }: Told) {
  const watchers = data.incident.watchers ?? []
  if (watchers.length === 0) return <span className="soft">{ui.t('side.noWatchers')}</span>
  return (
    <ul className="watchers">
      {watchers.map(({ id, name }) => (
        <li key={id}>
          <bdi>{name}</bdi>
          {data.incident.may.includes('edit') && (
            <Remove data={data} to="watch" label={ui.t('side.unwatch', { name })}>
              <input type="hidden" name="watchers" value={watcherIds(data)} />
              <input type="hidden" name="remove" value={id} />
            </Remove>
          )}
        </li>
      ))}
    </ul>
  )
}

function WatchForm({ ui: { t, locale, person }, data, error }: Told & { error?: string }) {
  const watching = new Set((data.incident.watchers ?? []).map(({ id }) => id))
  return (
    <IncidentForm data={data} to="watch" button={t('side.watch')} kind="plain">
      <input type="hidden" name="watchers" value={watcherIds(data)} />
      <SelectField
        id="add"
        name="add"
        label={t('side.watcher')}
        error={error}
        options={person && !watching.has(person.id) ? [{ value: person.id, label: t('side.me') }] : []}
        groups={data.teams
          .map((team) => ({
            label: nameIn(team.name, locale),
            options: (team.members ?? [])
              .filter(({ id }) => !watching.has(id) && id !== person?.id)
              .map(({ id, name }) => ({ value: id, label: name })),
          }))
          .filter(({ options }) => options.length > 0)}
      />
    </IncidentForm>
  )
}
