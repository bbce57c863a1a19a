import { Duration } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { Alarms } from './alarms.ts'
import type { IncidentTable } from './incident-table.ts'

/** Watches what the whole service stands on: the table, and the account's name as a sender of mail. */
export function watchFoundations(alarms: Alarms, { table }: IncidentTable): void {
  for (const kind of ['Read', 'Write'] as const) {
    alarms.raise({
      name: `table-${kind.toLowerCase()}s-throttled`,
      anchor: 'alarm-table-throttled',
      impact: `${kind}s of the table are refused for load: pages answer slowly or with an error.`,
      metric: new Metric({
        namespace: 'AWS/DynamoDB',
        metricName: `${kind}ThrottleEvents`,
        dimensionsMap: { TableName: table.tableName },
        statistic: 'Sum',
        period: Duration.minutes(5),
      }),
      above: 0,
      periods: 2,
    })
  }
  // SES reviews an account at 5 % bounces and 0.1 % complaints, and stops it at 10 % and 0.5 %.
  for (const [kind, share] of Object.entries({ Bounce: 0.05, Complaint: 0.001 })) {
    alarms.raise({
      name: `mail-${kind.toLowerCase()}s`,
      anchor: 'alarm-mail-reputation',
      impact: `Too many mails end as a ${kind.toLowerCase()}: if it lasts, AWS stops all mail, pages included.`,
      metric: new Metric({
        namespace: 'AWS/SES',
        metricName: `Reputation.${kind}Rate`,
        statistic: 'Maximum',
        period: Duration.hours(1),
      }),
      above: share,
    })
  }
}
