import { Choice } from '../components/choice.tsx'
import { SelectField, TextArea, TextField } from '../components/field.tsx'
import { Was } from '../components/was.tsx'
import type { Team } from '../lib/contract.ts'
import { nameIn } from '../lib/names.ts'
import { IncidentForm, type IncidentFormProps } from './incident-forms.tsx'

const levelOf = (teams: readonly Team[], id: string | undefined) =>
  teams.find((team) => team.id === id)?.level ?? 'L1'

/** Teams further up, and experts who are asked: they want to know what was tried. */
export const teamsAbove = (teams: readonly Team[], teamId: string | undefined): Team[] =>
  teams.filter(
    (team) => team.id !== teamId && (team.onDemand || (team.level ?? 'L1') > levelOf(teams, teamId)),
  )

export function EscalateForm({ ui: { t, locale }, data: { ...data }, draft }: IncidentFormProps) {
  const { incident, teams } = data
  const above = teamsAbove(teams, incident.teamId)
  const proposed = teams.find(({ id }) => id === incident.teamId)?.escalatesTo ?? above[0]?.id
  return (
    <IncidentForm data={data} to="escalate" button={t('side.escalate')}>
      <SelectField
        id="escalateTo"
        name="escalateTo"
        label={t('side.escalateTo')}
        value={draft.values.escalateTo ?? proposed}
        error={draft.errors.escalateTo}
        options={above.map((team) => ({
          value: team.id,
          label: team.onDemand
            ? t('side.onDemand', { team: nameIn(team.name, locale) })
            : nameIn(team.name, locale),
        }))}
      />
      <TextArea
        id="summary"
        name="summary"
        label={t('side.summary')}
        hint={t('side.summaryHint')}
        value={draft.values.summary}
        error={draft.errors.summary}
        maxLength={5000}
        rows={4}
      />
    </IncidentForm>
  )
}

/** Who works on it: anybody of a team on the same level or below; above that it is an escalation. */
export function AssignForm({ ui: { t, locale }, data, draft }: IncidentFormProps) {
  const { incident, teams } = data
  const above = new Set(teamsAbove(teams, incident.teamId).map(({ id }) => id))
  const beside = teams.filter(({ id }) => !above.has(id))
  const value = (name: 'teamId' | 'assigneeId') => ({
    id: name,
    name,
    value: draft.values[name] ?? incident[name] ?? '',
    error: draft.errors[name],
  })
  return (
    <IncidentForm data={data} to="assign" button={t('side.assign')} kind="plain">
      <Was name="teamId" value={incident.teamId} />
      <Was name="assigneeId" value={incident.assigneeId ?? ''} />
      <SelectField
        label={t('desk.team')}
        options={beside.map((team) => ({ value: team.id, label: nameIn(team.name, locale) }))}
        {...value('teamId')}
      />
      <SelectField
        label={t('queue.assignee')}
        options={[{ value: '', label: t('desk.nobody') }]}
        groups={teams
          .filter(({ members }) => members && members.length > 0)
          .map((team) => ({
            label: nameIn(team.name, locale),
            options: (team.members ?? []).map(({ id, name }) => ({ value: id, label: name })),
          }))}
        {...value('assigneeId')}
      />
    </IncidentForm>
  )
}

export const PriorityForm = ({ ui: { t }, data, draft }: IncidentFormProps) => (
  <>
    <IncidentForm data={data} to="priority" button={t('side.override')} kind="plain">
      <Choice
        name="priority"
        layout="grid"
        legend={t('side.newPriority')}
        error={draft.errors.priority}
        chosen={draft.values.priority}
        options={['P1', 'P2', 'P3', 'P4', 'P5'].map((value) => ({ value, label: value }))}
      />
      <TextField
        id="priorityReason"
        name="priorityReason"
        label={t('side.priorityReason')}
        value={draft.values.priorityReason}
        error={draft.errors.priorityReason}
        maxLength={500}
      />
    </IncidentForm>
    {data.incident.priorityOverride && (
      <IncidentForm data={data} to="matrix" button={t('side.backToMatrix')} kind="quiet" />
    )}
  </>
)
