import type { AlertNames } from '../../components/alerts/alert-rows.tsx'
import type { Choice, Team } from '../contract.ts'
import { namesOf } from '../names.ts'
import type { Ui } from '../visit.ts'
import { heartbeatSource, type Source } from './contract.ts'

type Known = { sources: readonly Source[]; services: readonly Choice[]; teams: readonly Team[] }

/** Names for what alerts name by id. */
export const alertNames = ({ t, locale }: Ui, { sources, services, teams }: Known): AlertNames => ({
  source: (id) =>
    id === heartbeatSource
      ? t('alerts.heartbeats')
      : (sources.find((source) => source.id === id)?.name ?? t('alerts.unknownSource')),
  service: namesOf(services, locale),
  team: namesOf(teams, locale),
})
