import type { Answer, Outgoing, Sending } from './api.ts'
import type { Page } from './contract.ts'
import type { BulkJob, ExplainedClock, Present, SavedView, SimilarRow } from './desk-contract.ts'

type Call = <Body>(method: string, path: string, outgoing?: Outgoing) => Promise<Answer<Body>>

const at = (id: string, rest: string) => `/incidents/${encodeURIComponent(id)}/${rest}`

/** What people who work on incidents ask the API for, beside what everybody does. */
export const deskCalls = (call: Call) => ({
  explainClock: (id: string, name: string) =>
    call<ExplainedClock>('GET', at(id, `clocks/${encodeURIComponent(name)}`)),
  escalate: (id: string, body: object, sending: Sending) =>
    call('POST', at(id, 'escalate'), { body, ...sending }),
  link: (id: string, body: object, sending: Sending) => call('POST', at(id, 'links'), { body, ...sending }),
  unlink: (id: string, kind: string, other: string) =>
    call('DELETE', at(id, `links/${encodeURIComponent(kind)}/${encodeURIComponent(other)}`)),
  similar: (id: string) => call<Page<SimilarRow>>('GET', at(id, 'similar')),
  present: (id: string) => call<{ items: Present[] }>('PUT', at(id, 'presence'), { body: {} }),
  publishKnown: (id: string, body: object) => call('POST', at(id, 'known'), { body }),
  affectsMeToo: (id: string, sending: Sending) => call('POST', at(id, 'me-too'), { body: {}, ...sending }),

  bulk: (body: object, sending: Sending) => call<BulkJob>('POST', '/incidents/bulk', { body, ...sending }),
  bulkJob: (jobId: string) => call<BulkJob>('GET', `/bulk/${encodeURIComponent(jobId)}`),
  undoBulk: (jobId: string) => call('POST', `/bulk/${encodeURIComponent(jobId)}/undo`, { body: {} }),

  savedViews: () => call<{ items: SavedView[] }>('GET', '/me/views'),
  saveViews: (items: SavedView[]) => call<{ items: SavedView[] }>('PUT', '/me/views', { body: { items } }),
})
