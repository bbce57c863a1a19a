import type { KnownProblem } from '../components/known-problems.tsx'
import { alertCalls } from './alerts/calls.ts'
import type * as Contract from './contract.ts'
import { deskCalls } from './desk-calls.ts'
import type { Locale } from './locale.ts'
import { notifyCalls } from './notify-calls.ts'
import { onCallCalls } from './on-call/calls.ts'
import { Problem, type ProblemDocument, unreachable } from './problem.ts'
import { setUpCalls } from './set-up/calls.ts'

export type Answer<Body> = { body: Body; etag?: string; now: Date }
export type Sending = { etag?: string; key?: string }
export type Outgoing = Sending & { body?: unknown }

const patienceInMilliseconds = 15_000
const incidentPath = (id: string) => `/incidents/${encodeURIComponent(id)}`
const announcementPath = (id: string) => `/announcements/${encodeURIComponent(id)}`

/** Every call that the portal makes, with the rights of one person, or of nobody. */
export function apiFor({ url, token, language }: { url: string; token?: string; language: string }) {
  async function call<Body>(
    method: string,
    path: string,
    { body, etag, key }: Outgoing = {},
  ): Promise<Answer<Body>> {
    const response = await fetch(`${url}/v1${path}`, {
      method,
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceInMilliseconds),
      headers: {
        accept: 'application/json',
        'accept-language': language,
        'evenkeel-channel': 'portal',
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(etag && { 'if-match': etag }),
        ...(key && { 'idempotency-key': key }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    }).catch(() => {
      throw unreachable()
    })
    const answer = await response.json().catch(() => undefined)
    if (!response.ok) throw problemOf(response, answer)
    const now = new Date(response.headers.get('evenkeel-now') ?? Date.now())
    return { body: answer as Body, etag: response.headers.get('etag') ?? undefined, now }
  }
  const get = <Body>(path: string) => call<Body>('GET', path)

  return {
    ...deskCalls(call),
    ...setUpCalls(call),
    ...notifyCalls(call),
    ...onCallCalls(call),
    ...alertCalls(call),

    me: () => get<Contract.Person>('/me'),
    introduce: (body: { idToken: string }) => call<Contract.Person>('PUT', '/me', { body }),
    setMe: (body: Partial<Pick<Contract.Person, 'locale' | 'zone'>>) => call('PATCH', '/me', { body }),

    services: () => get<Contract.Page<Contract.Choice>>('/services'),
    categories: () => get<Contract.Page<Contract.Category>>('/categories'),
    teams: () => get<Contract.Page<Contract.Team>>('/teams'),
    components: () => get<Contract.Page<Contract.Component>>('/components'),

    incidents: (query: URLSearchParams) => get<Contract.Page<Contract.IncidentRow>>(`/incidents?${query}`),
    completeness: (body: object) =>
      call<{ percent: number; missing: { label: Record<Locale, string> }[] }>('POST', '/completeness', {
        body,
      }),
    knownProblems: () => get<Contract.Page<KnownProblem>>('/incidents?view=known'),
    incident: (id: string) => get<Contract.Incident>(incidentPath(id)),
    timeline: (id: string, query: URLSearchParams) =>
      get<Contract.Page<Contract.Entry>>(`${incidentPath(id)}/timeline?${query}`),
    notifications: (id: string) =>
      get<Contract.Page<Contract.Notification>>(`${incidentPath(id)}/notifications`),
    report: (body: object, sending: Sending) =>
      call<Contract.Incident>('POST', '/incidents', { body, ...sending }),
    comment: (id: string, body: object, sending: Sending) =>
      call('POST', `${incidentPath(id)}/comments`, { body, ...sending }),
    move: (id: string, body: object, sending: Sending) =>
      call('POST', `${incidentPath(id)}/moves`, { body, ...sending }),
    acknowledge: (id: string, sending: Sending) =>
      call('POST', `${incidentPath(id)}/acknowledge`, { body: {}, ...sending }),
    edit: (id: string, body: object, sending: Sending) =>
      call('PATCH', incidentPath(id), { body, ...sending }),

    announcements: (query: URLSearchParams) =>
      get<Contract.Page<Contract.Announcement>>(`/announcements?${query}`),
    announcement: (id: string) => get<Contract.Announcement>(announcementPath(id)),
    publish: (body: object, sending: Sending) =>
      call<Contract.Announcement>('POST', '/announcements', { body, ...sending }),
    updateAnnouncement: (id: string, body: object, sending: Sending) =>
      call('POST', `${announcementPath(id)}/updates`, { body, ...sending }),

    acknowledgement: (token: string) =>
      get<Contract.Acknowledgement>(`/acknowledgements/${encodeURIComponent(token)}`),
    acknowledgeByLink: (token: string) =>
      call('POST', `/acknowledgements/${encodeURIComponent(token)}`, { body: {} }),
    survey: (token: string) => get<Contract.Survey>(`/surveys/${encodeURIComponent(token)}`),
    answerSurvey: (token: string, body: object) =>
      call<Contract.Survey>('POST', `/surveys/${encodeURIComponent(token)}`, { body }),
  }
}
export type Api = ReturnType<typeof apiFor>

function problemOf(response: Response, answer: unknown): Problem {
  if (response.status >= 500) return unreachable()
  const document = (answer ?? {}) as Partial<ProblemDocument>
  return new Problem({ code: 'refused', title: response.statusText, ...document, status: response.status })
}
