import * as z from 'zod/mini'
import { decide } from '../../../functions/alerts/decide.ts'
import type { World } from '../../../functions/alerts/enter.ts'
import type { Occurrence } from '../../../functions/alerts/occurrence.ts'
import { AlertRule } from '../../../functions/alerts/rule.ts'
import { Source } from '../../../functions/alerts/source.ts'
import type { AlertSetup } from '../../../functions/alerts/treatment.ts'
import { sha256Hex } from '../../../functions/runtime/hash.ts'
import { after, seconds } from '../../../functions/runtime/instant.ts'

export const start = '2026-03-02T09:00:00.000Z'
export const at = (offsetSeconds: number) => after(start, seconds(offsetSeconds))

const team = (id: string) => ({
  id,
  name: id,
  level: 'L1' as const,
  members: [],
  leadIds: [],
  skills: [],
  onDemand: false,
})

export const setup = ({
  rules = [],
  treatment = {},
}: {
  rules?: unknown[]
  treatment?: object
} = {}): AlertSetup =>
  ({
    alertSources: [z.parse(Source, { id: 'src_prom', name: 'Prometheus', kind: 'alertmanager', treatment })],
    alertRules: rules.map((rule) => z.parse(AlertRule, rule)),
    services: [
      {
        id: 'svc_db',
        name: { en: 'Database', de: 'Datenbank' },
        teamId: 'team_db',
        ownerIds: [],
        componentIds: [],
        retired: false,
      },
      {
        id: 'svc_web',
        name: { en: 'Web', de: 'Web' },
        teamId: 'team_web',
        ownerIds: [],
        componentIds: [],
        retired: false,
      },
    ],
    teams: [team('team_desk'), team('team_db'), team('team_web')],
    routingRules: [],
    defaultTeamId: 'team_desk',
    categories: [],
  }) as unknown as AlertSetup

/** What a source says of one alert, at so many seconds. */
export function said(
  name: string,
  status: Occurrence['status'],
  offsetSeconds: number,
  more: Partial<Occurrence> = {},
): Occurrence {
  const labels = { alertname: name, ...more.labels }
  return {
    sourceId: 'src_prom',
    fingerprint: sha256Hex(JSON.stringify(labels)).slice(0, 32),
    status,
    title: name,
    severity: 'error',
    links: [],
    receivedAt: at(offsetSeconds),
    ...more,
    labels,
  }
}

export const fires = (name: string, offsetSeconds: number, more?: Partial<Occurrence>) =>
  said(name, 'firing', offsetSeconds, more)
export const ends = (name: string, offsetSeconds: number, more?: Partial<Occurrence>) =>
  said(name, 'resolved', offsetSeconds, more)

/** A world in which nothing fires yet. */
export const emptyWorld = (controls: Partial<World> = {}): World => ({
  ...{ alerts: new Map(), groups: new Map(), firing: new Map(), silences: [], maintenances: [] },
  ...controls,
})

/** Takes one after the other, each at the instant at which it came. */
export const play = (said: readonly Occurrence[], world = emptyWorld(), by: AlertSetup = setup()) =>
  said.map((occurrence) => decide(occurrence, { world, setup: by, now: occurrence.receivedAt }))
