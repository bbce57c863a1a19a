import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { Construct } from 'constructs'
import { stageStackOf } from '../stacks/stage-stack.ts'
import type { Alarms } from './alarms.ts'
import { ServiceFunction } from './service-function.ts'

/** Reads the due index every minute, and says so by its silence when it does not. */
export class Sweeper extends Construct {
  readonly fn: ServiceFunction

  constructor(scope: Construct, id: string, { alarms }: { alarms: Alarms }) {
    super(scope, id)
    this.fn = new ServiceFunction(this, 'Sweep', {
      entry: 'functions/clock/sweep.task.ts',
      timeoutSeconds: 50,
    })
    new Rule(this, 'EveryMinute', {
      ruleName: `${stageStackOf(this).prefix}-sweep`,
      description: 'Wakes the sweeper every minute.',
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(this.fn.lambda, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
    })

    const minute = { period: Duration.minutes(1), statistic: 'Sum' }
    alarms.raise({
      name: 'sweeper-silent',
      anchor: 'alarm-sweeper-silent',
      impact:
        'Nothing catches a lost timer: surveys, ends of dated holds and late escalation steps stand still.',
      metric: this.fn.lambda.metricInvocations(minute),
      below: 1,
      periods: 3,
      whenMissing: 'alarm',
    })
    alarms.raise({
      name: 'sweeper-failing',
      anchor: 'alarm-sweeper-failing',
      impact:
        'The sweeper runs but fails: surveys, ends of dated holds and late escalation steps stand still.',
      metric: this.fn.lambda.metricErrors(minute),
      above: 0,
      periods: 3,
    })
  }
}
