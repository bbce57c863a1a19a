import type * as z from 'zod/mini'
import type { AccuracyAnswer } from '../../../functions/triage/answers.ts'
import type { Answer, Outgoing, Sending } from '../api.ts'
import type { Json, Thing } from './blueprint.ts'

type Call = <Body>(method: string, path: string, outgoing?: Outgoing) => Promise<Answer<Body>>
export type Warning = { id: string; message: { en: string; de: string } }
type Items = { items: Thing[]; warnings: Warning[] }
export type Accuracy = z.infer<typeof AccuracyAnswer>

const at = (collection: string, id: string) => `/${collection}/${encodeURIComponent(id)}`

/** What administrators ask the API for: every collection of the set-up is alike, and so is every part. */
export const setUpCalls = (call: Call) => ({
  things: (collection: string) => call<Items>('GET', `/${collection}`),
  thing: (collection: string, id: string) => call<Thing>('GET', at(collection, id)),
  addThing: (collection: string, body: Thing) => call<Thing>('POST', `/${collection}`, { body }),
  saveThing: (collection: string, id: string, body: Thing, sending: Sending) =>
    call<Thing>('PUT', at(collection, id), { body, ...sending }),
  removeThing: (collection: string, id: string, sending: Sending) =>
    call('DELETE', at(collection, id), sending),
  orderThings: (collection: string, ids: string[], sending: Sending) =>
    call('PUT', `/${collection}/order`, { body: { ids }, ...sending }),
  part: (id: string) => call<Json>('GET', at('settings', id)),
  savePart: (id: string, body: Json | undefined, sending: Sending) =>
    call('PUT', at('settings', id), { body, ...sending }),
  addHolidays: (calendarId: string, ical: string, sending: Sending) =>
    call('POST', `${at('calendars', calendarId)}/holidays`, { body: { ical }, ...sending }),
  accuracy: () => call<Accuracy>('GET', '/triage/report'),
  trainTriage: () => call('POST', '/triage/train', { body: {} }),
  tryRouting: (body: Thing) =>
    call<{ teamId: string; ruleId?: string; why: { en: string; de: string } }>('POST', '/routing-rules/try', {
      body,
    }),
})
