import type { Answer, Outgoing, Sending } from '../api.ts'
import type { Thing } from '../set-up/blueprint.ts'
import type { Duty, Fairness, Feed, Override, Shifts, Span, Swap } from './contract.ts'

type Call = <Body>(method: string, path: string, outgoing?: Outgoing) => Promise<Answer<Body>>
type Items<Item> = { items: Item[] }

const at = (id: string, ...rest: string[]) => `/schedules/${[id, ...rest].map(encodeURIComponent).join('/')}`
const between = ({ from, to }: Span) => new URLSearchParams({ from, to })

/** What people on call ask the API for. */
export const onCallCalls = (call: Call) => ({
  duties: () => call<Items<Duty>>('GET', '/oncall'),
  allShifts: (span: Span) => call<Items<Shifts>>('GET', `/shifts?${between(span)}`),
  shifts: (id: string, span: Span) => call<Shifts>('GET', `${at(id, 'shifts')}?${between(span)}`),
  previewShifts: (schedule: Thing, span: Span) =>
    call<Pick<Shifts, 'shifts' | 'gaps'>>('POST', '/schedules/preview', { body: { schedule, ...span } }),
  fairness: (id: string, span: Span) =>
    call<Items<Fairness>>('GET', `${at(id, 'fairness')}?${between(span)}`),

  standIn: (id: string, body: Span & { personId: string; reason?: string }, sending: Sending) =>
    call<Override>('POST', at(id, 'overrides'), { body, ...sending }),
  removeOverride: (id: string, overrideId: string) => call('DELETE', at(id, 'overrides', overrideId)),
  askForSwap: (
    id: string,
    body: Span & { withId: string; return?: Span; reason?: string },
    sending: Sending,
  ) => call<Swap>('POST', at(id, 'swaps'), { body, ...sending }),
  answerSwap: (id: string, swapId: string, answer: 'accept' | 'decline' | 'withdraw') =>
    call('POST', at(id, 'swaps', swapId, answer), { body: {} }),

  feeds: (id: string) => call<Items<Feed>>('GET', at(id, 'feeds')),
  addFeed: (id: string, only: Feed['only']) => call<Feed>('POST', at(id, 'feeds'), { body: { only } }),
  revokeFeed: (id: string, feedId: string) => call('DELETE', at(id, 'feeds', feedId)),
})
