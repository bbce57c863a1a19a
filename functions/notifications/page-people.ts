import * as z from 'zod/mini'
import { StepSent } from '../escalation/events.ts'
import type { DomainEvent } from '../runtime/event.ts'
import type { Instant } from '../runtime/instant.ts'
import { pageOnce } from './page-once.ts'
import { type PageWay, pageWays, splitWays } from './page-plan.ts'
import { endQuietIfUrgent } from './page-through-quiet.ts'
import { passOnUndelivered } from './pass-on-undelivered.ts'
import type { Post } from './post.ts'
import { inTurns, resultsOf, type Sending, type Try, timeOf } from './send-once.ts'

/** Pages that are worked side by side; more wait a moment, so that the mail service takes them all. */
const atOnce = 20
/** Receivers that people chose may be slow or dead: so many of them hold up nobody, and not each other. */
const hooksAtOnce = 200

/**
 * Pages everybody whom a step of the escalation reaches, each once and by the ways that they chose. What of it is to
 * come later is kept first, so that a failure of what is due now does not lose it.
 */
export async function pagePeople(event: DomainEvent, moment: Instant | Try, post: Post): Promise<void> {
  const { services } = post
  const step = z.parse(StepSent, event.after)
  const [people, preferences, settings, incident] = await Promise.all([
    services.people.readMany(step.recipients),
    services.preferences.readMany(step.recipients),
    services.settings.current(),
    services.incidents.readHead(event.pk),
  ])
  if (!incident) throw new Error(`There is no ${event.pk} to page anybody for.`)
  const occasion = event.sk.replace('#', '')

  const pages = step.recipients.map((id) => {
    const person = people.find((one) => one.id === id)
    const own = preferences.get(id) ?? { shiftReminders: [] }
    const ways: PageWay[] = person
      ? pageWays(step.step, {
          preferences: own,
          defaults: settings.notifications,
          priority: incident.priority,
          zone: person.zone,
          at: event.at,
        })
      : [{ channel: 'mail', at: event.at, because: 'fallback', matter: `step-${step.step}` }]
    return { id, person, own, total: ways.length, ...splitWays(ways, event.at) }
  })

  await inTurns(
    pages.filter(({ later }) => later.length > 0),
    atOnce,
    ({ id, later, total }) =>
      services.pagePlans.add({ incidentId: event.pk, occasion, personId: id, ways: later, total }, event.at),
  )
  // Whoever raised the incident meanwhile may have found no plan yet; a try before this one may have kept an older one.
  await endQuietIfUrgent(
    event.pk,
    step.recipients.map((personId) => ({ occasion, personId })),
    timeOf(moment),
    services,
  )
  const due = pages.flatMap(({ due: ways, ...page }) => ways.map((way) => ({ ...page, way })))
  const isHook = ({ way }: (typeof due)[number]) => way.channel === 'webhook'
  const send = ({ id, person, own, way, total }: (typeof due)[number]) =>
    pageOnce({ event, step, settings, recipientId: id, person, preferences: own, way, total }, moment, post)
  await orPassOn({ event, moment, post }, async () => {
    const outcomes = await Promise.allSettled([
      inTurns(
        due.filter((page) => !isHook(page)),
        atOnce,
        send,
      ),
      inTurns(due.filter(isHook), hooksAtOnce, send),
    ])
    return resultsOf(outcomes).flat()
  })
}

const Due = z.object({
  incidentId: z.string(),
  occasion: z.string(),
  personId: z.string(),
  total: z.number(),
  ways: z.array(z.custom<PageWay>()),
})

/** Pages one person in the ways of their plan that have come due, if the page is still wanted. */
export async function pageByPlan(due: DomainEvent, moment: Instant | Try, post: Post): Promise<void> {
  const { services, claims } = post
  const { incidentId, occasion, personId, ways, total } = z.parse(Due, due.after)
  const [event, person, preferences, settings] = await Promise.all([
    claims.eventOf(incidentId, occasion),
    services.people.read(personId),
    services.preferences.read(personId),
    services.settings.current(),
  ])
  if (!event) throw new Error(`The step ${incidentId} ${occasion} is planned, but not in the table.`)
  const step = z.parse(StepSent, event.after)
  await orPassOn({ event, moment, post }, () =>
    inTurns(ways, atOnce, (way) =>
      pageOnce(
        { event, step, settings, recipientId: personId, person, preferences, way, total },
        moment,
        post,
      ),
    ),
  )
}

type Around = { event: DomainEvent; moment: Instant | Try; post: Post }

/**
 * Where not all of the sends left, also because the last try failed, it may be that nobody was reached at all: one that
 * did leave may have come back already, while another was still open.
 */
async function orPassOn({ event, moment, post }: Around, send: () => Promise<Sending[]>): Promise<void> {
  const { now, last }: Try = typeof moment === 'string' ? { now: moment } : moment
  const place = { incidentId: event.pk, occasion: event.sk.replace('#', '') }
  try {
    const outcomes = await send()
    if (outcomes.some((outcome) => outcome !== 'sent')) await passOnUndelivered(place, now, post.services)
  } catch (error) {
    if (last) await passOnUndelivered(place, now, post.services)
    throw error
  }
}
