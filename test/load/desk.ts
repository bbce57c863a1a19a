import { randomFrom } from '../../infra/local/faults/disturbance.ts'
import { eventually } from '../support/deadline.ts'
import { type Incident, later, report, settled, urgent } from '../support/incidents.ts'
import { control, type Envelope } from '../support/product.ts'

export const isFull = process.env.SCALE === 'full'
/** Of everything that is random here, so that a failing run can be run again. */
export const seed = Number(process.env.SEED ?? 20261025)
export const random = randomFrom(seed)

const callers = 8
export const MINUTE = 60
/** When the steps of the demo policy for P1 are due, in seconds from the report. */
export const dueAfter = [5 * MINUTE, 15 * MINUTE, 30 * MINUTE] as const
/** A claim that a dead worker holds is free after this. */
const claimEnds = 30

/** Reports so many urgent incidents, some at a time, and says how many a second. */
export async function reportMany(count: number): Promise<Incident[]> {
  const incidents: Incident[] = []
  const began = performance.now()
  let next = 0
  const caller = async () => {
    while (next < count) incidents.push(await report(`Timer ${next++} of ${count}`, urgent))
  }
  await Promise.all(Array.from({ length: callers }, caller))
  const seconds = (performance.now() - began) / 1000
  console.log(`${count} incidents reported in ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(1)}/s`)
  return incidents
}

export const lastReported = (incidents: readonly Incident[]): string =>
  incidents
    .map(({ createdAt }) => createdAt)
    .sort()
    .at(-1) ?? ''

/** A page that the mail service took. */
export type Page = { key: string; incident: string; step: number; at: string; receivedAt: number }

function pageOf({ send = '', at, receivedAt }: Envelope): Page[] {
  const [, incident = '', step] = /^(INC-\d+)\b.*\bstep-(\d+)/.exec(send) ?? []
  return step ? [{ key: send, incident, step: Number(step), at, receivedAt: Date.parse(receivedAt) }] : []
}

export const pages = async (): Promise<Page[]> => (await control.envelopes()).flatMap(pageOf)
export const pagesOfStep = async (step: number, incidents: ReadonlySet<string>): Promise<Page[]> =>
  (await pages()).filter((page) => page.step === step && incidents.has(page.incident))

/** Mails of any kind; a number is cheap to ask for while thousands come in. */
export const accepted = async (): Promise<number> => (await control.mailCounts()).accepted

/** The steps that should have been sent by an instant: `INC-000123 2`. */
export const dueBy = (incidents: readonly Incident[], instant: string): string[] =>
  incidents.flatMap(({ id, createdAt }) =>
    dueAfter.flatMap((seconds, index) => (later(createdAt, seconds) <= instant ? `${id} ${index + 1}` : [])),
  )

/** Ends when nothing is on its way any more, however long a busy machine takes. */
export const atRest = () =>
  eventually(() => settled(), { seconds: isFull ? 3_000 : 240, what: 'everything to come to rest' })

/** Lets an instant come while the worker stands still, so that all that is due until then comes due at once. */
export async function dueAtOnce(instant: string): Promise<void> {
  await control.stop('worker')
  await control.setClock(instant)
  await control.start('worker')
}

/** What a dead worker had in hand is free again, and done. */
export async function afterKills(): Promise<void> {
  await control.stop('worker')
  await control.advance(claimEnds)
  await control.start('worker')
  await atRest()
}
