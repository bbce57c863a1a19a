import { acknowledge } from '../incidents/acknowledge.ts'
import {
  type Actor,
  type Beside,
  type Change,
  type Follower,
  followedBy,
  nextDue,
  system,
  type Texts,
  withTimer,
} from '../incidents/change.ts'
import { comment } from '../incidents/comment.ts'
import { edit } from '../incidents/edit.ts'
import type { Incident } from '../incidents/incident.ts'
import { isOpen, moves } from '../incidents/lifecycle.ts'
import { type Mover, move } from '../incidents/move.ts'
import { priorityOf } from '../incidents/priority.ts'
import { report } from '../incidents/report.ts'
import { type Entry, record } from '../incidents/timeline.ts'
import type { Wake } from '../incidents/wake.ts'
import type { Person } from '../people/person.ts'
import { escalate } from '../routing/escalate.ts'
import { levelOf } from '../routing/level.ts'
import { route } from '../routing/route.ts'
import type { Instant } from '../runtime/instant.ts'
import { Refusal } from '../runtime/refusal.ts'
import type { Settings } from '../settings/settings.ts'
import { answerSurvey, type Survey } from '../surveys/answer.ts'
import { surveyOf } from '../surveys/survey.ts'
import type { Deed, Life } from './life.ts'

/** An incident as it stands at the end of its past, with everything that belongs to it. */
export type Replayed = {
  incident: Incident
  entries: Entry[]
  /** The words, when they were edited since the report. */
  texts?: Texts
  survey?: Survey
  beside: Beside[]
}

export type Circumstances = {
  id: string
  source: string
  /** Where the past ends: what is due later is still to come. */
  now: Instant
  people: ReadonlyMap<string, Person>
  settings: Settings
  followers: readonly Follower<Settings>[]
  wakes: Readonly<Record<string, Wake<Settings & { overrides: readonly [] }>>>
}

/** Whom these would have paged and where they would have moved it: the past says what was done instead. */
const dropped = ['escalation', 'resume', 'level']
/** More than any life has; only a wake that leaves its timer where it is would come here. */
const mostWakes = 200

type Standing = Replayed & { texts: Texts; isEdited: boolean }

/**
 * Lets an incident live through its past again by the rules of today, each step at its own instant: entries in their
 * chains, and with what other nouns keep beside it. Timers of the past have done what they do (closed it, asked for a
 * rating) or are dropped; the last entry says where it was imported from.
 * @throws Refusal for what the rules do not allow, and for people who are not known.
 */
export function replay(life: Life, circumstances: Circumstances): Replayed {
  const { now, source } = circumstances
  let standing = reported(life, circumstances)
  for (const deed of life.deeds) {
    standing = until(standing, deed.at, circumstances)
    standing = after(standing, deed, circumstances)
  }
  const { isEdited, texts, ...rest } = until(standing, now, circumstances)
  const { incident, entries } = record(arrivedAt(now, rest.incident), [
    {
      ...{ type: 'incident.imported', at: now, by: system, channel: 'system', visibility: 'internal' },
      after: { source, externalId: life.externalId },
    },
  ])
  return { ...rest, incident, entries: [...rest.entries, ...entries], ...(isEdited && { texts }) }
}

/** It has been on its level since it came in: the time of its past moves it nowhere. */
const arrivedAt = (now: Instant, incident: Incident): Incident => ({
  ...incident,
  version: incident.version + 1,
  ...(isOpen(incident.state) && {
    slices: { ...incident.slices, level: { ...levelOf(incident), since: now } },
  }),
})

function reported(
  { report: input, requesterId, reportedBy, at }: Life,
  circumstances: Circumstances,
): Standing {
  const { id, settings, people } = circumstances
  const { name, locale, organisationId } = personIn(people, requesterId)
  const by = personIn(people, reportedBy ?? requesterId)
  const priority = priorityOf(settings.priorityMatrix, input.impact, input.urgency)
  const change = report(input, {
    ...{ id, now: at, channel: 'portal', matrix: settings.priorityMatrix },
    requester: { id: requesterId, name, locale, organisationId },
    by: { kind: 'person', id: by.id, name: by.name, as: reportedBy ? 'worker' : 'requester' },
    teamId: route({ ...input, priority, organisationId }, settings).teamId,
  })
  const texts = { description: input.description, fields: input.fields }
  return settled(
    { incident: change.after, entries: [], texts, beside: [], isEdited: false },
    change,
    at,
    circumstances,
  )
}

/** What a change comes to: followed by the other nouns, and its entries at the end of the chains. */
function settled(
  standing: Standing,
  change: Change,
  now: Instant,
  { followers, settings }: Circumstances,
): Standing {
  const followed = followedBy(change, followers, { now, settings })
  const due = (one: Incident | undefined) => (one ? JSON.stringify(nextDue(one)) : undefined)
  const { before, after: incident, events } = followed
  const { incident: recorded, entries } = record(
    {
      ...incident,
      version: (before?.version ?? 0) + (events.length > 0 ? 1 : 0),
      generation: incident.generation + (due(before) === due(incident) ? 0 : 1),
    },
    events,
  )
  const isEdited =
    before !== undefined &&
    JSON.stringify(followed.texts ?? standing.texts) !== JSON.stringify(standing.texts)
  return {
    ...standing,
    incident: recorded,
    entries: [...standing.entries, ...entries],
    texts: followed.texts ?? standing.texts,
    isEdited: standing.isEdited || isEdited,
    beside: [...standing.beside, ...(followed.beside ?? [])],
  }
}

/** Lets everything happen that is due by itself until an instant. */
function until(standing: Standing, at: Instant, circumstances: Circumstances): Standing {
  let stands = standing
  for (let count = 0; count < mostWakes; count++) {
    const { incident } = stands
    const due = nextDue(incident)
    if (!due || due.dueAt > at) return stands
    const { kind, dueAt } = due
    const change = dropped.includes(kind)
      ? undefined
      : circumstances.wakes[kind]?.(incident, dueAt, { ...circumstances.settings, overrides: [] })
    if (change) stands = settled(stands, change, dueAt, circumstances)
    // What its wake leaves behind it is over as well.
    if (stands.incident.timers[kind] === dueAt) {
      stands = { ...stands, incident: withTimer(stands.incident, kind, undefined) }
    }
  }
  throw new Error('A timer of the past does not end.')
}

function after(standing: Standing, deed: Deed, circumstances: Circumstances): Standing {
  const { incident } = standing
  const { people, settings } = circumstances
  const { id, name } = personIn(people, deed.by)
  const by: Actor = { kind: 'person', id, name, as: deed.as }
  const mover: Mover = { by, side: deed.as, channel: 'portal', now: deed.at, legal: moves[incident.state] }
  const settle = (change: Change) => settled(standing, change, deed.at, circumstances)
  switch (deed.do) {
    case 'acknowledge':
      return settle(acknowledge(incident, mover, { paging: false }))
    case 'comment':
      return settle(comment(incident, deed.with, mover))
    case 'move':
      return settle(move(incident, deed.with, mover))
    case 'escalate':
      return settle(escalate(incident, deed.with, { ...mover, teams: settings.teams }))
    case 'edit': {
      const { assigneeId, watchers, ...facts } = deed.with
      const named = (personId: string) => {
        const person = personIn(people, personId)
        return { id: person.id, name: person.name }
      }
      const found = {
        ...facts,
        ...(assigneeId !== undefined && { assignee: assigneeId === null ? null : named(assigneeId) }),
        ...(watchers && { watchers: watchers.map(named) }),
      }
      return settle(
        edit(incident, found, { ...mover, matrix: settings.priorityMatrix, texts: standing.texts }),
      )
    }
    case 'rate': {
      const asked = surveyOf(incident)
      // No address leads to this survey: whoever answered did so where it comes from.
      const survey = standing.survey ?? { tokenHash: 'imported', requestedAt: '', expiresAt: '', ...asked }
      const { requestedAt, expiresAt } = { ...survey, ...asked }
      const answered = answerSurvey({ ...survey, requestedAt, expiresAt }, incident, deed.with, deed.at)
      return { ...settle(answered.change), survey: answered.survey }
    }
  }
}

function personIn(people: ReadonlyMap<string, Person>, id: string): Person {
  const person = people.get(id)
  if (!person) {
    throw new Refusal('incomplete', {
      en: `Nobody here is called ${id}: name them among the people of the import.`,
      de: `Niemand hier heißt ${id}: Nennen Sie die Person unter den Personen des Imports.`,
    })
  }
  return person
}
