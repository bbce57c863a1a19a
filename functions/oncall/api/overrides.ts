import { ulid } from 'ulid'
import { after, days } from '../../runtime/instant.ts'
import { created, operation } from '../../runtime/operation.ts'
import { stale } from '../../runtime/stale.ts'
import { Override } from '../override.ts'
import { OverrideRequest, standIn, takenBack } from '../override-moves.ts'
import { callerAs, eventBy } from './event-by.ts'
import { readStaff } from './known-people.ts'
import { scheduleIn } from './view.ts'

export const setOverride = operation({
  method: 'POST',
  path: '/schedules/{id}/overrides',
  summary: 'Let somebody stand in, whatever the layers say; of two at once the later made counts',
  action: 'schedule.override',
  body: OverrideRequest,
  creates: true,
  answers: { status: 201, description: 'Who stands in when', schema: Override },
  async load({ id }, services, { body }) {
    const [settings, people] = await Promise.all([
      services.settings.current(),
      readStaff(body ? [body.personId] : [], services),
    ])
    const schedule = scheduleIn(settings, id)
    return schedule && { schedule, person: people[0] }
  },
  async perform({ subject: { schedule, person }, body, caller, now, once }, { oncall }) {
    const override = standIn(body, {
      ...{ id: `ovr_${ulid(Date.parse(now))}`, scheduleId: schedule.id, by: callerAs(caller), now },
      person: person && callerAs(person),
    })
    const event = eventBy(caller, { type: 'schedule.override_set', override }, now)
    const answer = await oncall.addOverride(override, { event, answer: created(override), once })
    if (!answer) throw stale()
    return answer
  },
})

/** Overrides that are over for no longer are found, to say that they stay. */
const found = days(93)

export const removeOverride = operation({
  method: 'DELETE',
  path: '/schedules/{id}/overrides/{overrideId}',
  summary: 'Take an override back; one that runs ends now, and one that is over stays in the history',
  action: 'schedule.override',
  answers: { status: 204, description: 'The layers count again' },
  async load({ id, overrideId }, { oncall }) {
    const overrides = await oncall.overridesFrom(after(new Date().toISOString(), -found))
    return overrides.find((one) => one.id === overrideId && one.scheduleId === id)
  },
  async perform({ subject: override, caller, now }, { oncall }) {
    const past = takenBack(override, now)
    const event = eventBy(caller, { type: 'schedule.override_removed', override }, now)
    const answer = await oncall.removeOverride(override, past, { event, answer: { status: 204 } })
    if (!answer) throw stale()
    return answer
  },
})
