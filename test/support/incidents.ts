import { randomUUID } from 'node:crypto'
import { api, control, type Mail } from './product.ts'

/** As much of an incident as the journeys look at. */
export type Incident = {
  id: string
  title: string
  description?: string
  state: string
  stage: string
  priority: string
  createdAt: string
  version: number
  legalMoves: string[]
  may: string[]
  assigneeId?: string
  acknowledgedAt?: string
  acknowledgedBy?: { id: string; name: string }
  rating?: { rating: number; comment?: string; at: string }
}

export type Entry = {
  seq: number
  type: string
  at: string
  by: { kind: string; id?: string; name?: string }
  channel: string
  visibility: 'public' | 'internal'
  text?: string
  reason?: string
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

export const everyone = ['riley', 'sam', 'noor', 'ana', 'ben', 'chen', 'dana', 'ines', 'omar', 'aud'] as const

/** Impact and urgency of a P1, which pages people, and of a P5, which pages nobody. */
export const urgent = { impact: 'high', urgency: 'high' } as const
export const calm = { impact: 'low', urgency: 'low' } as const

/** A title that no other test and no earlier run has used. */
export const unique = (title: string) => `${title} ${randomUUID().slice(0, 8)}`

export const addressOf = (person: string) => `${person}@demo.evenkeel.example`

/** Reports through the API as somebody. @throws Error unless it is stored. */
export async function report(title: string, fields: object = calm, by = 'riley'): Promise<Incident> {
  const { status, body } = await api(by).post<Incident>('/incidents', { title, description: '', ...fields })
  if (status !== 201) throw new Error(`The report "${title}" was answered with ${status}.`)
  return body
}

export const readIncident = async (id: string, by = 'ana'): Promise<Incident> =>
  (await api(by).get<Incident>(`/incidents/${id}`)).body

/** Moves an incident as somebody who has seen its latest version. @throws Error unless it moved. */
export async function move(id: string, by: string, body: object): Promise<Incident> {
  const moved = await api(by).act<Incident>(`/incidents/${id}`, 'moves', body)
  if (moved.status !== 200)
    throw new Error(`${id} was not moved: ${moved.status} ${JSON.stringify(moved.body)}`)
  return moved.body
}

export const resolution = { to: 'resolved', resolutionCode: 'fixed', notes: 'The cable was loose.' }

/** The timeline as somebody sees it, oldest first. */
export const timelineOf = async (id: string, by = 'ana'): Promise<Entry[]> =>
  (await api(by).get<{ items: Entry[] }>(`/incidents/${id}/timeline`)).body.items

/** Mails with the incident's number in their subject, oldest first. */
export const mailsAbout = async (id: string, person?: string): Promise<Mail[]> =>
  (await control.mail(person ? { to: addressOf(person) } : {}))
    .filter(({ subject }) => subject.startsWith(`[${id}] `))
    .reverse()

export const sendKeyOf = ({ headers }: Mail): string => headers['x-evenkeel-send'] ?? ''

/** The mails that page somebody. */
export const pagesAbout = async (id: string): Promise<Mail[]> =>
  (await mailsAbout(id)).filter((mail) => /:step-\d+:/.test(sendKeyOf(mail)))

/** To whom each page went, in order: `step-1 ana`. */
export const pagedIn = (pages: Mail[]): string[] =>
  pages.map((mail) => sendKeyOf(mail).split(':').slice(2, 4).join(' '))

/** The link of a mail below a path of the portal; its last part is the token. */
export function linkIn({ links, subject }: Mail, path: '/a/' | '/surveys/'): { url: string; token: string } {
  const url = links.find((link) => new URL(link).pathname.startsWith(path))?.split('?')[0]
  if (!url) throw new Error(`There is no link to ${path} in "${subject}".`)
  return { url, token: url.split('/').at(-1) ?? '' }
}

/** Ends when stream, queues and executions are at rest; the clock goes on as it was. */
export const settled = () => control.advance(0)

/** Sets the clock to so many seconds after an instant, and lets everything happen that is due until then. */
export const clockAfter = (instant: string, seconds: number) => control.setClock(later(instant, seconds))

export const later = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString()
