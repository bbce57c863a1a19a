import { StepSent, StepSkipped } from '../escalation/events.ts'
import { acknowledgementOf, escalationOf, isPaging } from '../escalation/slice.ts'
import type { Incident } from '../incidents/incident.ts'
import { isOpen } from '../incidents/lifecycle.ts'
import type { Entry } from '../incidents/timeline.ts'
import { planFor, unreachableBy } from '../preferences/plan.ts'
import type { NotificationDefaults, Preferences } from '../preferences/preferences.ts'
import type { Instant } from '../runtime/instant.ts'
import type { Text } from '../runtime/text.ts'
import { type Claim, occasionOf } from './claim.ts'
import { noteText } from './note-words.ts'
import { onClockOf } from './reader.ts'
import { said } from './why-words.ts'

/** Why somebody was told of one step, or was not. */
export type Answer = { step?: number; at?: Instant; code: string; text: Text }

type Asked = {
  incident: Incident
  /** What the timeline says of the escalation, oldest first. */
  entries: readonly Entry[]
  /** Every send to this person about the incident. */
  claims: readonly Claim[]
  person: { id: string; name: string; zone: string }
  preferences: Preferences
  defaults: NotificationDefaults
  /** Since when the person wants to hear no more of it. */
  mutedAt?: Instant
  now: Instant
}

/** For each step so far: by which way the person was told of it, or why not; then what is still to come. */
export function whyTold(asked: Asked): Answer[] {
  const steps = asked.entries.flatMap((entry) => {
    if (entry.type === 'escalation.step') return ofStep(entry, asked)
    return entry.type === 'escalation.skipped' ? [ofSkipped(entry)] : []
  })
  const news = asked.claims.filter(isNews).flatMap((claim) => ofNews(claim))
  return [...steps, ...ofTheRest(asked), ...ofMute(asked), ...news]
}

const isNews = ({ event }: Claim) => event !== 'escalation.step'

function ofStep(entry: Entry, asked: Asked): Answer[] {
  const { person, claims } = asked
  const step = StepSent.parse(entry.after)
  const place = { step: step.step, at: entry.at }
  if (!step.recipients.includes(person.id)) {
    const names = step.whom.map(({ name }) => name).join(', ') || step.recipients.join(', ')
    return [{ ...place, code: 'not_a_target', text: said.notATarget({ ...place, names }) }]
  }
  const own = claims.filter(({ sendKey }) => sendKey.includes(`/S:${occasionOf(entry)}:`))
  const told = own.map((claim): Answer => ({ ...place, at: claim.at, ...ofClaim(claim, step.step) }))
  const later = laterWay(entry, own.length, asked)
  const closed = unreachableBy({ ...asked, priority: asked.incident.priority }).map(
    (channel): Answer => ({
      ...place,
      code: 'no_address',
      text: said.noAddress({ step: step.step, channel }),
    }),
  )
  return [...told, ...(later ? [{ ...place, ...later }] : []), ...closed]
}

function ofClaim({ channel, status, note }: Claim, step: number): Pick<Answer, 'code' | 'text'> {
  if (status === 'sent' || status === 'delivered') return { code: 'told', text: said.told({ step, channel }) }
  if (status === 'claimed') return { code: 'on_its_way', text: said.onItsWay({ step, channel }) }
  const why = noteText(status, note) ?? { en: '', de: '' }
  const code =
    status === 'suppressed' && note === 'acknowledged'
      ? 'acknowledged_before'
      : status === 'suppressed' || status === 'failed'
        ? (note ?? status)
        : status
  return { code, text: said.not({ step, channel, why }) }
}

/** The next way of the plan that was not tried yet, as it would be planned from what the person has chosen now. */
function laterWay(
  entry: Entry,
  tried: number,
  { incident, person, preferences, defaults, now }: Asked,
): Pick<Answer, 'at' | 'code' | 'text'> | undefined {
  if (!isPaging(incident)) return undefined
  const { priority } = incident
  const planned = planFor({ preferences, defaults, priority, zone: person.zone, at: entry.at })
  const next = planned.slice(tried).find(({ at }) => at > now)
  if (!next) return undefined
  const when = {
    en: onClockOf({ ...person, language: 'en' }, next.at),
    de: onClockOf({ ...person, language: 'de' }, next.at),
  }
  const isQuiet = next.because === 'quiet_hours'
  return {
    at: next.at,
    code: isQuiet ? 'quiet_hours_until' : 'not_due_yet',
    text: isQuiet ? said.quietUntil(when) : said.notDueYet({ channel: next.channel, when }),
  }
}

function ofSkipped(entry: Entry): Answer {
  const { step, cause } = StepSkipped.parse(entry.after)
  return { step, at: entry.at, code: cause, text: said[cause]({ step }) }
}

const ofMute = ({ mutedAt }: Asked): Answer[] =>
  mutedAt ? [{ at: mutedAt, code: 'muted', text: said.muted }] : []

/** Of a mail that is no page, only why it was not sent: what was sent speaks for itself. */
function ofNews({ status, note, at, channel }: Claim): Answer[] {
  const why = noteText(status, note)
  return why ? [{ at, code: note ?? status, text: said.notNews({ channel, why }) }] : []
}

function ofTheRest({ incident }: Asked): Answer[] {
  const escalation = escalationOf(incident)
  if (!escalation) return [{ code: 'no_policy', text: said.noPolicy(incident) }]
  const { acknowledgedAt, acknowledgedBy } = acknowledgementOf(incident)
  const remain = escalation.next < escalation.steps.length
  if (acknowledgedAt && remain && !isPaging(incident)) {
    const who = acknowledgedBy?.name ?? 'Evenkeel'
    return [{ at: acknowledgedAt, code: 'acknowledged_before', text: said.acknowledgedBefore({ who }) }]
  }
  if (!isOpen(incident.state)) return remain ? [{ code: 'over', text: said.over }] : []
  const at = incident.timers.escalation
  return at && remain
    ? [
        {
          step: escalation.next + 1,
          at,
          code: 'not_due_yet',
          text: said.stepNotDue({ step: escalation.next + 1 }),
        },
      ]
    : []
}
