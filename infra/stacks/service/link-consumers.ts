import type { Construct } from 'constructs'
import { Consumer } from '../../constructs/consumer.ts'
import type { MailConsumersProps } from './mail-consumers.ts'

/** What the end of one incident means for others: its children, and whoever follows it. */
export function addLinkConsumers(scope: Construct, { table, mail, relay, alarms }: MailConsumersProps): void {
  const children = new Consumer(scope, 'Children', {
    queue: 'children',
    worker: { entry: 'functions/incidents/on-parent-resolved.ts', timeoutSeconds: 60 },
    subscribes: { relay, to: ['incident.moved'] },
    alarms,
    impact: 'Children of resolved incidents stay open.',
    lateAfterMinutes: 10,
    batchSize: 1,
  })
  children.fn.reads(table).writes(table)

  const followers = new Consumer(scope, 'FollowerMail', {
    queue: 'follower-mail',
    worker: { entry: 'functions/notifications/on-incident-moved.ts', timeoutSeconds: 120 },
    subscribes: { relay, to: ['incident.moved'] },
    alarms,
    impact: 'People whom a solved incident affects too are not told.',
    lateAfterMinutes: 20,
    attempts: 20,
    batchSize: 1,
  })
  followers.knowsLastTry().fn.reads(table).writes(table).sendsMail(mail)
}
