import { Duration } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { Alarms } from '../../constructs/alarms.ts'
import { Consumer } from '../../constructs/consumer.ts'
import type { IncidentTable } from '../../constructs/incident-table.ts'
import { Nightly } from '../../constructs/nightly.ts'
import type { Relay } from '../../constructs/relay.ts'

export interface TriageConsumersProps {
  table: IncidentTable
  relay: Relay
  alarms: Alarms
}

/** Suggests for what is reported, and learns from what is resolved: each at once, and all of it every night. */
export function addTriageConsumers(scope: Construct, { table, relay, alarms }: TriageConsumersProps): void {
  const triage = new Consumer(scope, 'Triage', {
    queue: 'triage',
    worker: { entry: 'functions/triage/on-incident-event.ts', timeoutSeconds: 20, memoryMb: 1024 },
    subscribes: {
      relay,
      to: ['incident.reported', 'incident.moved', 'incident.reopened'],
      history: ['incident.imported'],
    },
    alarms,
    impact: 'New incidents come without a suggestion of category, team and priority.',
    lateAfterMinutes: 15,
  })
  triage.fn.reads(table).writes(table)

  const training = new Nightly(scope, 'TriageTraining', {
    name: 'triage-train',
    entry: 'functions/triage/train.task.ts',
    timeoutSeconds: 120,
    memoryMb: 1024,
  })
  training.fn.reads(table).writes(table)
  alarms.raise({
    name: 'triage-training-failing',
    anchor: 'alarm-training-failing',
    impact: 'Triage goes on with what it learned before, and does not learn from what was resolved since.',
    metric: training.fn.lambda.metricErrors({ period: Duration.hours(1), statistic: 'Sum' }),
    above: 0,
  })
}
