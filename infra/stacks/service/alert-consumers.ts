import type { Construct } from 'constructs'
import type { Alarms } from '../../constructs/alarms.ts'
import { Consumer } from '../../constructs/consumer.ts'
import type { IncidentTable } from '../../constructs/incident-table.ts'
import type { Relay } from '../../constructs/relay.ts'

export interface AlertConsumersProps {
  table: IncidentTable
  relay: Relay
  alarms: Alarms
}

/**
 * Everything between what monitoring says and the incidents that come of it. A storm has a lane of its own, with few
 * workers and large batches: what repeats costs them one read, and pages have theirs.
 * @returns the one that is filled with what sources say.
 */
export function addAlertConsumers(
  scope: Construct,
  { table, relay, alarms }: AlertConsumersProps,
): { received: Consumer } {
  const received = new Consumer(scope, 'Alerts', {
    queue: 'alerts',
    worker: { entry: 'functions/alerts/on-alerts-received.ts', timeoutSeconds: 120, memoryMb: 1024 },
    alarms,
    impact: 'Alerts are taken but open no incidents, so that nobody is paged for what monitoring sees.',
    lateAfterMinutes: 5,
    attempts: 20,
    // A storm comes in messages of one alert or of a hundred: fifty of these are done in seconds, and on a slow machine
    // well within the worker's time. What a worker that died had in hand is free again soon after.
    visibilitySeconds: 180,
    batchSize: 50,
    batchWindowSeconds: 1,
  })
  received.fn.reads(table).writes(table)

  const ended = new Consumer(scope, 'AlertGroups', {
    queue: 'alert-groups',
    worker: { entry: 'functions/alerts/on-ended.ts', timeoutSeconds: 60 },
    subscribes: { relay, to: ['silence.ended', 'maintenance.ended', 'group.ended'] },
    alarms,
    impact: 'What still fires when a silence or a maintenance ends early is held up to 15 minutes longer.',
    lateAfterMinutes: 10,
    batchSize: 1,
  })
  ended.fn.reads(table).writes(table)
  return { received }
}
