import type { Construct } from 'constructs'
import type { Alarms } from '../../constructs/alarms.ts'
import { Consumer } from '../../constructs/consumer.ts'
import type { IncidentTable } from '../../constructs/incident-table.ts'
import type { Relay } from '../../constructs/relay.ts'
import { publishesStatus } from '../../constructs/status-bucket.ts'
import { stageStackOf } from '../stage-stack.ts'

export interface StatusConsumersProps {
  table: IncidentTable
  relay: Relay
  alarms: Alarms
}

/** The status site is files, written again whenever something in them changes. */
export function addStatusConsumers(scope: Construct, { table, relay, alarms }: StatusConsumersProps): void {
  const publisher = new Consumer(scope, 'StatusPublish', {
    queue: 'status-publish',
    worker: { entry: 'functions/status/on-announcement-event.ts', timeoutSeconds: 30 },
    subscribes: { relay, to: ['announcement.*', 'component.*'] },
    alarms,
    impact: 'The public status page shows what was true before the last change.',
    lateAfterMinutes: 5,
  })
  publishesStatus(publisher.fn.reads(table), stageStackOf(scope).settings)
}
