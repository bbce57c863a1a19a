import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { Construct } from 'constructs'
import { stageStackOf } from '../stacks/stage-stack.ts'
import { ServiceFunction, type ServiceFunctionProps } from './service-function.ts'

export interface NightlyProps extends ServiceFunctionProps {
  /** In the name of its rule: `triage-train`. */
  name: string
}

/** A job that runs once a day, and twice more when it fails. */
export class Nightly extends Construct {
  readonly fn: ServiceFunction

  constructor(scope: Construct, id: string, { name, ...worker }: NightlyProps) {
    super(scope, id)
    this.fn = new ServiceFunction(this, 'Job', worker)
    new Rule(this, 'EveryDay', {
      ruleName: `${stageStackOf(this).prefix}-${name}`,
      description: `Runs ${name} once a day.`,
      schedule: Schedule.rate(Duration.days(1)),
      targets: [new LambdaFunction(this.fn.lambda, { retryAttempts: 2, maxEventAge: Duration.hours(2) })],
    })
  }
}
