import type * as announcements from '../../functions/announcements/announcement.ts'
import type { ComponentState } from '../../functions/announcements/component-state.ts'
import type { Stage as AnnouncementStage } from '../../functions/announcements/lifecycle.ts'
import type { represent as representAnnouncement } from '../../functions/announcements/representation.ts'
import type { Category as WholeCategory } from '../../functions/catalog/catalog.ts'
import type { Field } from '../../functions/catalog/form.ts'
import type { AcknowledgementAnswer } from '../../functions/escalation/api/acknowledge-link.ts'
import type { NextPage } from '../../functions/escalation/next-page.ts'
import type { Escalation as Paging } from '../../functions/escalation/slice.ts'
import type { HoldReason, resolutionCodes } from '../../functions/incidents/incident.ts'
import type { Stage, State } from '../../functions/incidents/lifecycle.ts'
import type { Degree } from '../../functions/incidents/priority.ts'
import type {
  IncidentRepresentation,
  IncidentRow,
  representEntry,
} from '../../functions/incidents/representation.ts'
import type { Notification } from '../../functions/notifications/store.ts'
import type { Action } from '../../functions/people/access.ts'
import type * as people from '../../functions/people/person.ts'
import type { Team as WholeTeam } from '../../functions/people/team.ts'
import type { Page } from '../../functions/runtime/page.ts'
import type { Component as SetUpComponent } from '../../functions/status/component.ts'
import type { representSurvey } from '../../functions/surveys/representation.ts'
import type { Locale } from './locale.ts'

export type { ComponentState, Degree, HoldReason, IncidentRow, Notification, Page, Stage, State }

export type ResolutionCode = (typeof resolutionCodes)[number]
export type Named = { id: string; name: string }

/** What `/me` says that navigation depends on. */
export type Door = Extract<Action, 'incident.list_work' | 'announcement.publish' | 'settings.read'>
export type Person = people.Person & { may: Door[] }

/** What people who work on incidents see of the paging. */
type Escalation = Pick<Paging, 'steps' | 'next' | 'status' | 'touchedAt'>
type Timers = { escalation?: string; resume?: string; survey?: string; hold?: string; close?: string }

/** What `GET /incidents/{id}` answers. */
export type Incident = Omit<IncidentRepresentation, 'timers' | 'escalation'> & {
  timers?: Timers
  escalation?: Escalation
  /** The page that goes out next, if nothing happens. */
  nextPage?: NextPage
  /** Acknowledged before, and paged again since. */
  pagingAgain?: true
  /** Who acknowledged after the paging had gone on. */
  lastAcknowledgement?: { acknowledgedAt: string; acknowledgedBy?: Named }
}
export type Entry = ReturnType<typeof representEntry>

export type LocalName = string | Record<Locale, string>
export type Choice = { id: string; name: LocalName }
export type { Field }
export type Category = Choice & Partial<Pick<WholeCategory, 'parentId' | 'form' | 'retired' | 'hint'>>
export type Team = Pick<WholeTeam, 'id' | 'name'> & Partial<WholeTeam>

export const announcementStages = [
  'investigating',
  'identified',
  'monitoring',
  'resolved',
] as const satisfies readonly AnnouncementStage[]
export const componentStates = [
  'operational',
  'degraded',
  'partial_outage',
  'major_outage',
  'maintenance',
] as const satisfies readonly ComponentState[]
export const audiences = [
  'public',
  'signed_in',
  'agents',
] as const satisfies readonly (typeof announcements.audiences)[number][]

export type Component = SetUpComponent & { state: ComponentState }
export type Announcement = ReturnType<typeof representAnnouncement>

export type Acknowledgement = AcknowledgementAnswer
export type Survey = ReturnType<typeof representSurvey>
