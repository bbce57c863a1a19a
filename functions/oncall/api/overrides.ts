import { ulid } from 'ulid'
import { after, days } from '../../runtime/instant.ts'
import { created, operation } from '../../runtime/operation.ts'
import { stale } from '../../runtime/stale.ts'
import { callerAs, eventBy } from '../event.ts'
import { readStaff } from '../known-people.ts'
import { Override } from '../override.ts'
import { OverrideRequest, standIn, takenBack } from '../override-moves.ts'
import { scheduleIn } from '../view.ts'

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
    const about = { type: 'schedule.override_set', override } as const
    const events = [eventBy(caller, about, { id: ulid(Date.parse(now)), now })]
    const answer = await oncall.addOverride(override, { events, answer: created(override), now, once })
    if (!answer) throw stale()
    return answer
  },
})

/** Overrides that are over for no longer are found, to say that they stay. */
const found = days(93)

export const removeOverride = operation({
  method: 'DELETE',
  path: '/schedules/{id}/overrides/{overrideId}',
  summary:
    'Take an override back; one that runs ends now, one that is over stays in the history, and one of a swap takes the other side with it',
  action: 'schedule.override',
  answers: { status: 204, description: 'The layers count again' },
  async load({ id, overrideId }, { oncall }) {
    const { overrides, swaps } = await oncall.agreedFrom(after(new Date().toISOString(), -found))
    const override = overrides.find((one) => one.id === overrideId && one.scheduleId === id)
    if (!override) return undefined
    const { swapId } = override
    return {
      override,
      others: overrides.filter((one) => swapId && one.swapId === swapId && one.id !== override.id),
      swap: swaps.find((one) => one.id === swapId),
    }
  },
  async perform({ subject: { override, others, swap }, caller, now }, { oncall }) {
    const removed = [override, ...others.filter(({ to }) => to > now)]
    const removals = removed.map((one) => ({ override: one, past: takenBack(one, now) }))
    const events = removed.map((one) =>
      eventBy(
        caller,
        { type: 'schedule.override_removed', override: one },
        { id: ulid(Date.parse(now)), now },
      ),
    )
    const undone = swap && { ...swap, status: 'withdrawn' as const }
    const answer = await oncall.removeOverrides(removals, undone, { events, answer: { status: 204 }, now })
    if (!answer) throw stale()
    return answer
  },
})
