import type { Answer, Outgoing, Sending as Sent } from '../api.ts'
import type { Page } from '../contract.ts'
import type { Thing } from '../set-up/blueprint.ts'
import type {
  Alert,
  AlertRow,
  Heartbeat,
  Held,
  Maintenance,
  Matcher,
  Occurrence,
  RuleTrial,
  Sending,
  Silence,
  Source,
  Storm,
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
  storms: () => call<Page<Storm & { sourceId: string }>>('GET', '/alerts/storms'),
  endAlert: (id: string) => call('POST', at('alerts', id, 'end'), { body: {} }),
  incidentAlerts: (id: string, query: URLSearchParams) =>
    call<Page<AlertRow>>('GET', `${at('incidents', id, 'alerts')}?${query}`),

  tryAlertRules: (body: Thing) => call<RuleTrial>('POST', '/alert-rules/try', { body }),

  silences: (state: 'active' | 'ended' | 'all') =>
    call<Page<Silence>>('GET', `/silences?state=${state}&limit=100`),
  silence: (id: string) => call<Silence>('GET', at('silences', id)),
  addSilence: (body: object, sending: Sent) =>
    call<Silence & { wouldHold: Held }>('POST', '/silences', { body, ...sending }),
  editSilence: (id: string, body: object, sending: Sent) =>
    call<Silence>('PATCH', at('silences', id), { body, ...sending }),
  endSilence: (id: string) => call('POST', at('silences', id, 'end'), { body: {} }),
  previewSilence: (matchers: readonly Matcher[]) =>
    call<Held>('POST', '/silences/preview', { body: { matchers } }),
  heldBySilence: (id: string) => call<Page<AlertRow>>('GET', `${at('silences', id, 'alerts')}?limit=100`),

  maintenance: (id: string) => call<Maintenance>('GET', at('maintenances', id)),
  editMaintenance: (id: string, body: object, sending: Sent) =>
    call<Maintenance>('PATCH', at('maintenances', id), { body, ...sending }),
  heldByMaintenance: (id: string) =>
    call<Page<AlertRow>>('GET', `${at('maintenances', id, 'alerts')}?limit=100`),
  addMaintenance: (body: object, sending: Sent) =>
    call<Maintenance>('POST', '/maintenances', { body, ...sending }),
  endMaintenance: (id: string) => call('POST', at('maintenances', id, 'end'), { body: {} }),
  removeMaintenance: (id: string) => call('DELETE', at('maintenances', id)),
  maintenances: () => call<Page<Maintenance>>('GET', '/maintenances?state=all&limit=100'),

  heartbeats: () => call<{ items: Heartbeat[] }>('GET', '/heartbeats'),
  heartbeat: (id: string) => call<Heartbeat>('GET', at('heartbeats', id)),
  addHeartbeat: (body: Thing) => call<Heartbeat & Sending>('POST', '/heartbeats', { body }),
  saveHeartbeat: (id: string, body: Thing, sending: Sent) =>
    call<Heartbeat>('PUT', at('heartbeats', id), { body, ...sending }),
  rotateHeartbeat: (id: string, body: Thing) =>
    call<Sending>('POST', at('heartbeats', id, 'rotate'), { body }),
  removeHeartbeat: (id: string, sending: Sent) => call('DELETE', at('heartbeats', id), sending),

  /** With those that are retired: alerts still name them. */
  sources: () => call<{ items: Source[] }>('GET', '/sources?retired=true'),
  addSource: (body: object) => call<Source & Sending>('POST', '/sources', { body }),
  sourceTraffic: (id: string) => call<Traffic>('GET', at('sources', id, 'traffic')),
  rotateSource: (id: string, body: Thing) => call<Sending>('POST', at('sources', id, 'rotate'), { body }),
  trySource: (id: string, body: Thing) => call<Tried>('POST', at('sources', id, 'try'), { body }),
})
