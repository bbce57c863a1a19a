import { type Heartbeats, openHeartbeats } from '../alerts/heartbeat-store.ts'
import { type Maintenances, openMaintenances } from '../alerts/maintenance-store.ts'
import { openSilences, type Silences } from '../alerts/silence-store.ts'
import { openSnsClaims, type SnsClaims } from '../alerts/sns-store.ts'
import { openSourceKeys, type SourceKeys } from '../alerts/source-key-store.ts'
import { type Alerts, openAlerts } from '../alerts/store.ts'
import { openTraffic, type Traffic } from '../alerts/traffic-store.ts'
import { type Announcements, openAnnouncements } from '../announcements/store.ts'
import { type Jobs, openJobs } from '../bulk/store.ts'
import { openSavedViews, type SavedViewStore } from '../desk/store.ts'
import { type Change, followedBy } from '../incidents/change.ts'
import type { Incident } from '../incidents/incident.ts'
import { type KnownProblems, openKnownProblems } from '../incidents/known-store.ts'
import { type Links, openLinks } from '../incidents/link-store.ts'
import { type IncidentLists, openIncidentLists } from '../incidents/lists.ts'
import { type MeToos, openMeToos } from '../incidents/me-too-store.ts'
import { openPresences, type Presences } from '../incidents/presence-store.ts'
import { type Incidents, openIncidents } from '../incidents/store.ts'
import { openWatching, type Watching } from '../incidents/watch-store.ts'
import { type Digests, openDigests } from '../notifications/digest-store.ts'
import { type Mutes, openMutes } from '../notifications/mute-store.ts'
import { openPagePlans, type PagePlans } from '../notifications/plan-store.ts'
import { openReminders, type Reminders } from '../notifications/reminder-store.ts'
import { type Claims, openClaims } from '../notifications/store.ts'
import { openTests, type Tests } from '../notifications/test-store.ts'
import { type OnCall, openOnCall } from '../oncall/store.ts'
import { openPeople, type People } from '../people/store.ts'
import { openPreferences, type PreferencesStore } from '../preferences/store.ts'
import { openSearchLists, type SearchLists } from '../search/lists.ts'
import type { Settings } from '../settings/settings.ts'
import { openSettings, type SettingsStore } from '../settings/store.ts'
import { openTriage, type Triage } from '../triage/store.ts'
import { openTriggers, type Triggers } from '../triggers/store.ts'
import { setting } from './config.ts'
import type { Once } from './idempotency.ts'
import type { Instant } from './instant.ts'
import type { Answer } from './operation.ts'
import { followers } from './reactions.ts'
import { openTable, type Table, type Write } from './table.ts'

/** What operations, consumers and tasks work with; tests open it over a table of their own. */
export type Services = {
  table: Table
  people: People
  preferences: PreferencesStore
  savedViews: SavedViewStore
  settings: SettingsStore
  incidents: Incidents
  incidentLists: IncidentLists
  links: Links
  jobs: Jobs
  watching: Watching
  knownProblems: KnownProblems
  meToos: MeToos
  presences: Presences
  announcements: Announcements
  alerts: Alerts
  silences: Silences
  maintenances: Maintenances
  heartbeats: Heartbeats
  notifications: Claims
  mutes: Mutes
  digests: Digests
  reminders: Reminders
  pagePlans: PagePlans
  tests: Tests
  oncall: OnCall
  triage: Triage
  triggers: Triggers
  searchLists: SearchLists
  sourceKeys: SourceKeys
  traffic: Traffic
  snsClaims: SnsClaims
  /** Stores a change of an incident together with everything that must move with it. */
  saveIncident(
    change: Change,
    how: {
      now: Instant
      settings: Settings
      answer: (incident: Incident) => Answer
      once?: Once
      writes?: Write[]
    },
  ): Promise<Answer>
}

export function openServices(table = openTable(setting('TABLE_NAME'))): Services {
  const incidents = openIncidents(table)
  return {
    table,
    people: openPeople(table),
    preferences: openPreferences(table),
    savedViews: openSavedViews(table),
    settings: openSettings(table),
    incidents,
    incidentLists: openIncidentLists(table),
    links: openLinks(table),
    jobs: openJobs(table),
    watching: openWatching(table),
    knownProblems: openKnownProblems(table),
    meToos: openMeToos(table),
    presences: openPresences(table),
    announcements: openAnnouncements(table),
    alerts: openAlerts(table),
    silences: openSilences(table),
    maintenances: openMaintenances(table),
    heartbeats: openHeartbeats(table),
    notifications: openClaims(table),
    mutes: openMutes(table),
    digests: openDigests(table),
    reminders: openReminders(table),
    pagePlans: openPagePlans(table),
    tests: openTests(table),
    oncall: openOnCall(table),
    triage: openTriage(table),
    triggers: openTriggers(table),
    searchLists: openSearchLists(table),
    sourceKeys: openSourceKeys(table),
    traffic: openTraffic(table),
    snsClaims: openSnsClaims(table),
    saveIncident: (change, { settings, ...how }) =>
      incidents.save(followedBy(change, followers, { now: how.now, settings }), how),
  }
}
