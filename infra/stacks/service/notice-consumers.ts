import type { Construct } from 'constructs'
import { Consumer } from '../../constructs/consumer.ts'
import type { MailConsumersProps } from './mail-consumers.ts'

/** Everything that people asked to be told, and what nobody pages for: in lanes beside those of pages. */
export function addNoticeConsumers(
  scope: Construct,
  { table, mail, relay, alarms }: MailConsumersProps,
): void {
  const triggers = new Consumer(scope, 'Triggers', {
    queue: 'triggers',
    worker: { entry: 'functions/triggers/on-incident-event.ts', timeoutSeconds: 60 },
    subscribes: { relay, to: ['incident.*', 'escalation.level', 'sla.*'] },
    alarms,
    impact: 'People are not told what they set triggers for.',
    lateAfterMinutes: 15,
    attempts: 20,
    batchSize: 1,
  })
  triggers.knowsLastTry().fn.reads(table).writes(table).sendsMail(mail).sendsTexts().callsWebhooks()

  const notices = new Consumer(scope, 'Notices', {
    queue: 'notices',
    worker: { entry: 'functions/notifications/on-notice.ts', timeoutSeconds: 60 },
    subscribes: {
      relay,
      to: [
        'digest.due',
        'shift.due',
        'schedule.*',
        'settings.changed',
        'preferences.changed',
        'escalation.skipped',
        'escalation.exhausted',
        'alert.flapping',
        'storm.started',
        'silence.ending',
        'source.refusing',
        'alert.rekindled',
      ],
    },
    alarms,
    impact:
      'Digests, reminders of shifts, news of swaps and of alerts, and warnings to administrators do not arrive.',
    lateAfterMinutes: 15,
    attempts: 20,
    batchSize: 1,
  })
  notices.knowsLastTry().fn.reads(table).writes(table).sendsMail(mail).sendsTexts().callsWebhooks()
}
