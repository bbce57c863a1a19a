import type { Answer, Outgoing } from '../api.ts'
import type { Page } from '../contract.ts'
import type { Thing } from '../set-up/blueprint.ts'
import type {
  Alert,
  AlertRow,
  Maintenance,
  Occurrence,
  Sending,
  Silence,
  Source,
  Traffic,
} from './contract.ts'

type Call = <Body>(method: string, path: string, outgoing?: Outgoing) => Promise<Answer<Body>>

const at = (...path: string[]) => `/${path.map(encodeURIComponent).join('/')}`

export type Tried = {
  occurrences: Occurrence[]
  errors: { path: string; message: string }[]
  detail?: string
}

/** What people ask the API about alerts and what sends them. */
export const alertCalls = (call: Call) => ({
  alerts: (query: URLSearchParams) => call<Page<AlertRow>>('GET', `/alerts?${query}`),
  alert: (id: string) => call<Alert>('GET', at('alerts', id)),
  incidentAlerts: (id: string, query: URLSearchParams) =>
    call<Page<AlertRow>>('GET', `${at('incidents', id, 'alerts')}?${query}`),

  silences: (state: 'active' | 'ended' | 'all') =>
    call<Page<Silence>>('GET', `/silences?state=${state}&limit=100`),
  maintenances: () => call<Page<Maintenance>>('GET', '/maintenances?state=all&limit=100'),

  /** With those that are retired: alerts still name them. */
  sources: () => call<{ items: Source[] }>('GET', '/sources?retired=true'),
  addSource: (body: object) => call<Source & Sending>('POST', '/sources', { body }),
  sourceTraffic: (id: string) => call<Traffic>('GET', at('sources', id, 'traffic')),
  rotateSource: (id: string, body: Thing) => call<Sending>('POST', at('sources', id, 'rotate'), { body }),
  trySource: (id: string, body: Thing) => call<Tried>('POST', at('sources', id, 'try'), { body }),
})
