import { Duration } from 'aws-cdk-lib'
import {
  Alarm,
  AlarmStatusWidget,
  Dashboard,
  type DimensionsMap,
  GraphWidget,
  type IMetric,
  Metric,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import { queueNames } from '../stages.ts'
import type { DataStack } from './data-stack.ts'
import type { ServiceStack } from './service-stack.ts'
import { StageStack, type StageStackProps } from './stage-stack.ts'

const metric = (
  namespace: string,
  metricName: string,
  dimensionsMap: DimensionsMap,
  statistic = 'Sum',
  label?: string,
) => new Metric({ namespace, metricName, dimensionsMap, statistic, label, period: Duration.minutes(5) })

const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12, height: 6 })

export interface OpsStackProps extends StageStackProps {
  data: DataStack
  service: ServiceStack
}

/** One page for whoever looks after the system. */
export class OpsStack extends StageStack {
  constructor(scope: Construct, { data, service, ...props }: OpsStackProps) {
    super(scope, 'ops', { ...props, description: 'the dashboard.' })
    const { prefix } = this
    const api = { ApiId: service.api.http.apiId }
    const table = { TableName: data.table.table.tableName }
    const relay = { FunctionName: `${prefix}-runtime-relay` }
    const clock = { StateMachineArn: service.clockArn }
    const eachQueue = (metricName: string, suffix = '') =>
      queueNames.map((name) =>
        metric('AWS/SQS', metricName, { QueueName: `${prefix}-${name}${suffix}` }, 'Maximum', name),
      )

    const dashboard = new Dashboard(this, 'Dashboard', { dashboardName: prefix })
    dashboard.addWidgets(
      new TextWidget({
        markdown: `# Evenkeel ${this.settings.name}\n${this.settings.portalUrl}`,
        width: 24,
        height: 2,
      }),
    )
    dashboard.addWidgets(
      new AlarmStatusWidget({
        title: 'Alarms',
        width: 24,
        height: 5,
        alarms: service.alarmNames.map((name) => Alarm.fromAlarmName(this, name, name)),
      }),
    )
    dashboard.addWidgets(
      graph('Requests and faults', [
        metric('AWS/ApiGateway', 'Count', api),
        metric('AWS/ApiGateway', '4xx', api),
        metric('AWS/ApiGateway', '5xx', api),
      ]),
      graph('How long people wait (ms)', [
        metric('AWS/ApiGateway', 'Latency', api, 'p50'),
        metric('AWS/ApiGateway', 'Latency', api, 'p99'),
      ]),
      graph('Oldest message of each queue (s)', eachQueue('ApproximateAgeOfOldestMessage')),
      graph('Given up', eachQueue('ApproximateNumberOfMessagesVisible', '-failed')),
      graph('Relay: age of the oldest event (ms)', [metric('AWS/Lambda', 'IteratorAge', relay, 'Maximum')]),
      graph('Timers', [
        metric('AWS/States', 'ExecutionsStarted', clock),
        metric('AWS/States', 'ExecutionsSucceeded', clock),
        metric('AWS/States', 'ExecutionsFailed', clock),
      ]),
      graph('Table units', [
        metric('AWS/DynamoDB', 'ConsumedReadCapacityUnits', table),
        metric('AWS/DynamoDB', 'ConsumedWriteCapacityUnits', table),
      ]),
      graph('Mail', [
        metric('AWS/SES', 'Send', {}),
        metric('AWS/SES', 'Bounce', {}),
        metric('AWS/SES', 'Complaint', {}),
      ]),
    )
  }
}
