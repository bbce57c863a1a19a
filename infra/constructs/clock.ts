import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { stageStackOf } from '../stacks/stage-stack.ts'
import { acknowledge } from './acknowledge.ts'
import type { Alarms } from './alarms.ts'
import type { ServiceFunction } from './service-function.ts'

/** One execution is one wake: `{ subjectId, generation, kind, dueAt }`. It asserts nothing; the wake reads again. */
const clockDefinition = (wakeArn: string) => ({
  Comment: 'Waits until the step of an incident is due and wakes the incident.',
  StartAt: 'Wait until the step is due',
  States: {
    'Wait until the step is due': {
      Type: 'Wait',
      TimestampPath: '$.dueAt',
      Next: 'Wake the incident',
    },
    'Wake the incident': {
      Type: 'Task',
      Resource: wakeArn,
      Retry: [
        {
          ErrorEquals: ['States.ALL'],
          IntervalSeconds: 2,
          BackoffRate: 2,
          MaxAttempts: 6,
          MaxDelaySeconds: 60,
          JitterStrategy: 'FULL',
        },
      ],
      End: true,
    },
  },
})

export interface ClockProps {
  wake: ServiceFunction
  alarms: Alarms
}

/** The state machine behind every escalation step of the next hour. */
export class Clock extends Construct {
  readonly machine: StateMachine

  constructor(scope: Construct, id: string, { wake, alarms }: ClockProps) {
    super(scope, id)
    const { prefix, settings } = stageStackOf(this)
    this.machine = new StateMachine(this, 'Machine', {
      stateMachineName: `${prefix}-clock`,
      definitionBody: DefinitionBody.fromString(
        Stack.of(this).toJsonString(clockDefinition(wake.lambda.functionArn)),
      ),
      tracingEnabled: true,
      logs: {
        level: LogLevel.ALL,
        includeExecutionData: false,
        destination: new LogGroup(this, 'Logs', {
          // This prefix keeps the resource policy of log delivery from outgrowing its limit.
          logGroupName: `/aws/vendedlogs/states/${prefix}-clock`,
          retention: settings.logRetentionDays,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      },
    })
    this.machine.addToRolePolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [wake.lambda.functionArn] }),
    )

    const either =
      'Log delivery and X-Ray, which a state machine that logs and traces demands, know no resource.'
    acknowledge(this.machine, { 'IAM5[Resource::*]': either })

    alarms.raise({
      name: 'wake-failed',
      anchor: 'alarm-wake-failed',
      impact: 'Escalation steps come up to two minutes late, when the sweeper serves what a wake could not.',
      metric: this.machine.metricFailed({ period: Duration.minutes(5), statistic: 'Sum' }),
      above: 0,
    })
  }

  startedBy(fn: ServiceFunction): void {
    fn.set('STATE_MACHINE_ARN', this.machine.stateMachineArn).allow(
      ['states:StartExecution'],
      [this.machine.stateMachineArn],
    )
  }
}
