import { ulid } from 'ulid'
import type { Caller } from '../../runtime/caller.ts'
import type { Instant } from '../../runtime/instant.ts'
import { created, type Operation, ok, operation } from '../../runtime/operation.ts'
import type { Services } from '../../runtime/services.ts'
import { stale } from '../../runtime/stale.ts'
import { callerAs, eventBy } from '../event.ts'
import { readStaff } from '../known-people.ts'
import type { Override } from '../override.ts'
import type { Agreed } from '../rota.ts'
import type { Schedule } from '../schedule.ts'
import { Swap } from '../swap.ts'
import { accept, decline, propose, SwapRequest, withdraw } from '../swap-moves.ts'
import { scheduleIn } from '../view.ts'

const readAgreed = async (id: string | undefined, { settings, oncall }: Services) => {
  const [current, agreed] = await Promise.all([
    settings.current(),
    oncall.agreedFrom(new Date().toISOString()),
  ])
  const schedule = scheduleIn(current, id)
  return schedule && { schedule, agreed }
}

export const proposeSwap = operation({
  method: 'POST',
  path: '/schedules/{id}/swaps',
  summary: 'Ask somebody to take a shift of mine, perhaps for one of theirs',
  action: 'schedule.swap',
  body: SwapRequest,
  creates: true,
  answers: { status: 201, description: 'The swap, once the other side accepts', schema: Swap },
  async load({ id }, services, { body }) {
    const [found, people] = await Promise.all([
      readAgreed(id, services),
      readStaff(body ? [body.withId] : [], services),
    ])
    return found && { ...found, other: people[0] }
  },
  async perform({ subject, body, caller, now, once }, { oncall }) {
    const { schedule, agreed, other } = subject
    const swap = propose(body, {
      ...{ id: `swp_${ulid(Date.parse(now))}`, by: callerAs(caller), other: other && callerAs(other) },
      ...{ schedule, ...agreed, now },
    })
    const events = [
      eventBy(caller, { type: 'schedule.swap_proposed', swap }, { id: ulid(Date.parse(now)), now }),
    ]
    const answer = await oncall.addSwap(swap, { events, answer: created(swap), now, once })
    if (!answer) throw stale()
    return answer
  },
})

type Decided = { swap: Swap; overrides: Override[] }
type Around = { caller: Caller; schedule: Schedule; agreed: Agreed; now: Instant }
const alone = (swap: Swap): Decided => ({ swap, overrides: [] })

const answering = (
  verb: 'accept' | 'decline' | 'withdraw',
  summary: string,
  type: 'schedule.swap_accepted' | 'schedule.swap_declined' | 'schedule.swap_withdrawn',
  decide: (swap: Swap, around: Around) => Decided,
): Operation =>
  operation({
    method: 'POST',
    path: `/schedules/{id}/swaps/{swapId}/${verb}`,
    summary,
    action: 'schedule.swap',
    answers: { status: 200, description: 'The swap as it stands now', schema: Swap },
    async load({ id, swapId }, services) {
      const found = await readAgreed(id, services)
      const swap = found?.agreed.swaps.find((one) => one.id === swapId && one.scheduleId === id)
      return found && swap && { ...found, swap }
    },
    async perform({ subject: { swap, ...around }, caller, now }, { oncall }) {
      const after = decide(swap, { ...around, caller, now })
      if (after.swap === swap) return ok(swap)
      const events = [eventBy(caller, { type, swap: after.swap }, { id: ulid(Date.parse(now)), now })]
      const how = { events, answer: ok(after.swap), now }
      const answer = await oncall.settleSwap(after.swap, after.overrides, how)
      // Whoever loses to another answer decides again, on a swap that is settled.
      if (!answer) throw stale()
      return answer
    },
  })

export const answerSwap = [
  answering(
    'accept',
    'Say yes to a swap that I was asked for: from then on each stands in for the other',
    'schedule.swap_accepted',
    (swap, { caller, schedule, agreed: { overrides }, now }) =>
      accept(swap, callerAs(caller), {
        ...{ schedule, overrides, now },
        newId: () => `ovr_${ulid(Date.parse(now))}`,
      }),
  ),
  answering(
    'decline',
    'Say no to a swap that I was asked for',
    'schedule.swap_declined',
    (swap, { caller, now }) => alone(decline(swap, caller, now)),
  ),
  answering(
    'withdraw',
    'Take back a swap that I asked for',
    'schedule.swap_withdrawn',
    (swap, { caller, now }) => alone(withdraw(swap, caller, now)),
  ),
]
