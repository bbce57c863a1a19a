import type { Construct } from 'constructs'
import type { Alarms } from '../../constructs/alarms.ts'
import { Consumer } from '../../constructs/consumer.ts'
import type { IncidentTable } from '../../constructs/incident-table.ts'
import type { Relay } from '../../constructs/relay.ts'

export interface SearchConsumersProps {
  table: IncidentTable
  relay: Relay
  alarms: Alarms
}

/** Everything that changes what an incident is found by, or what its row shows. */
const types = ['incident.*', 'triage.*', 'escalation.level', 'sla.*']

/** The index of words and the lists of months, kept in the table beside the incidents. */
export function addSearchConsumers(scope: Construct, { table, relay, alarms }: SearchConsumersProps): void {
  const index = new Consumer(scope, 'Search', {
    queue: 'search',
    worker: { entry: 'functions/search/on-incident-event.ts', timeoutSeconds: 30 },
    subscribes: { relay, to: types, history: ['incident.imported'] },
    alarms,
    impact: 'Search does not find what was written last, and lists of resolved incidents lag.',
    lateAfterMinutes: 10,
  })
  index.fn.reads(table).writes(table)
}
