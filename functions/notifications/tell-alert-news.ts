import * as z from 'zod/mini'
import { countHeld } from '../alerts/count-held.ts'
import { Matchers } from '../alerts/matcher.ts'
import { isLosing, reasons } from '../alerts/refused.ts'
import type { Person } from '../people/person.ts'
import type { Team } from '../people/team.ts'
import type { Instant } from '../runtime/instant.ts'
import { flappingMessage, refusingMessage, silenceEndingMessage, stormMessage } from './alert-news.ts'
import type { Send } from './claim.ts'
import { alertText } from './messages-alerts.ts'
import type { Post } from './post.ts'
import { type Reader, readerOf } from './reader.ts'
import { inTurns, type Prepared, sendOnce, type Try, timeOf } from './send-once.ts'

const atOnce = 20

/** An event as it is stored; what else is in it depends on its type. */
type Stored = { sk: string; [more: string]: unknown }
const Told = { type: z.string(), at: z.string() }

const Flapping = z.object({
  ...{ ...Told, alertId: z.string(), title: z.string(), teamId: z.string() },
  ...{ changes: z.number(), minutes: z.number() },
})

/** Who leads a team; where nobody does, everybody in it. */
const leadsOf = ({ leadIds, members }: Team): string[] =>
  leadIds.length > 0 ? leadIds : members.map(({ id }) => id)

/** Tells a team that an alert of theirs comes and goes, and that nothing more is said of it for a while. */
export async function tellFlapping(event: Stored, moment: Instant | Try, post: Post): Promise<void> {
  const flapping = z.parse(Flapping, event)
  const { settings, people } = post.services
  const team = (await settings.current()).teams.find(({ id }) => id === flapping.teamId)
  if (!team) return
  const found = await people.readMany(leadsOf(team))
  const about = { incidentId: flapping.alertId, occasion: occasionOf(event), matter: 'flapping' }
  const reason = alertText(({ flapping: { isFor } }) => isFor(team.name))
  await tell(found, { ...about, reason, event: flapping.type }, moment, post, (reader) =>
    flappingMessage(flapping, { team: team.name, reader, portalUrl: post.portalUrl }),
  )
}

const Storm = z.object({ ...Told, sourceId: z.string(), startedAt: z.string(), requests: z.number() })

/** Tells the leads of the team that a source's alerts go to, and the administrators, once a storm. */
export async function tellStorm(event: Stored, moment: Instant | Try, post: Post): Promise<void> {
  const storm = z.parse(Storm, event)
  const { settings, people } = post.services
  const { alertSources, services, teams } = await settings.current()
  const source = alertSources.find(({ id }) => id === storm.sourceId)
  const service = services.find(({ id }) => id === source?.treatment.serviceId)
  const teamId = source?.treatment.teamId ?? service?.teamId
  const team = teams.find(({ id }) => id === teamId)
  const found = await people.readMany(team?.leadIds ?? [])
  for await (const page of people.withRole('administrator')) found.push(...page)
  const about = { incidentId: `storm_${storm.sourceId}`, occasion: `T${Date.parse(storm.startedAt)}` }
  const reason = alertText((words) => words.storm.isFor)
  await tell(found, { ...about, matter: 'storm', reason, event: storm.type }, moment, post, (reader) =>
    stormMessage(storm, { source: source?.name ?? storm.sourceId, reader, portalUrl: post.portalUrl }),
  )
}

const Refusing = z.object({ ...Told, sourceId: z.string(), reason: z.enum(reasons) })

/** Tells administrators that a source is refused, of each reason once a day. */
export async function tellRefusing(event: Stored, moment: Instant | Try, post: Post): Promise<void> {
  const { sourceId, at, reason: why, type } = z.parse(Refusing, event)
  if (!isLosing(why)) return
  const { settings, people } = post.services
  const source = (await settings.current()).alertSources.find(({ id }) => id === sourceId)
  const found: Person[] = []
  for await (const page of people.withRole('administrator')) found.push(...page)
  const about = { incidentId: `refusing_${sourceId}`, occasion: `D${at.slice(0, 10)}`, matter: why }
  const reason = alertText(({ refusing }) => refusing.isFor)
  await tell(found, { ...about, reason, event: type }, moment, post, (reader) =>
    refusingMessage(
      { sourceId, at, reason: why },
      { source: source?.name ?? sourceId, reader, portalUrl: post.portalUrl },
    ),
  )
}

const Ending = z.object({
  ...{ ...Told, silenceId: z.string() },
  silence: z.object({
    ...{ matchers: Matchers, reason: z.string(), endsAt: z.string() },
    owner: z.object({ id: z.string(), name: z.string() }),
  }),
})

/** Tells whose silence it is that it ends in an hour, unless that has changed since. */
export async function tellSilenceEnding(event: Stored, moment: Instant | Try, post: Post): Promise<void> {
  const ending = z.parse(Ending, event)
  const { silenceId, silence } = ending
  const { settings, people, silences } = post.services
  const [person, now] = [await people.read(silence.owner.id), timeOf(moment)]
  const send: Send = {
    ...{ incidentId: silenceId, occasion: occasionOf(event), matter: 'ending', channel: 'mail' },
    recipient: { id: silence.owner.id, name: person?.name ?? silence.owner.name },
    ...{ reason: alertText((words) => words.silence.isFor), event: ending.type },
  }
  await sendOnce(post, send, moment, async (): Promise<Prepared> => {
    if (!person) return { suppressed: 'unknown_person' }
    const current = await silences.read(silenceId)
    if (!current || current.endedAt !== undefined || current.endsAt !== silence.endsAt)
      return { suppressed: 'changed' }
    if (current.endsAt <= now) return { suppressed: 'expired' }
    const [{ alertSources }, held] = await Promise.all([
      settings.current(),
      countHeld(silenceId, post.services),
    ])
    const nameOf = (id: string) => alertSources.find((one) => one.id === id)?.name ?? id
    const reader = readerOf(person)
    return {
      message: silenceEndingMessage(current, { held, nameOf, reader, portalUrl: post.portalUrl }),
      to: { reader },
    }
  })
}

/** The place of an event, as the sends that follow from it name it. */
const occasionOf = ({ sk }: Stored) => sk.replace('#', '')

/** Tells each of these people by mail, once. */
async function tell(
  people: readonly Person[],
  what: Omit<Send, 'recipient' | 'channel'>,
  moment: Instant | Try,
  post: Post,
  messageFor: (reader: Reader) => Extract<Prepared, { message: object }>['message'],
): Promise<void> {
  const single = [...new Map(people.map((person) => [person.id, person])).values()]
  await inTurns(single, atOnce, (person) => {
    const { id, name } = person
    const send: Send = { ...what, recipient: { id, name }, channel: 'mail' }
    const reader = readerOf(person)
    return sendOnce(post, send, moment, async () => ({ message: messageFor(reader), to: { reader } }))
  })
}
