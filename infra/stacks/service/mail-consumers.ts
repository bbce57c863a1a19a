import type { Construct } from 'constructs'
import type { Alarms } from '../../constructs/alarms.ts'
import { Consumer } from '../../constructs/consumer.ts'
import type { IncidentTable } from '../../constructs/incident-table.ts'
import type { MailChannel } from '../../constructs/mail-channel.ts'
import type { Relay } from '../../constructs/relay.ts'

export interface MailConsumersProps {
  table: IncidentTable
  mail: MailChannel
  relay: Relay
  alarms: Alarms
}

/** Everyone who is written to because of an event, pages in a lane that bulk mail cannot fill. */
export function addMailConsumers(scope: Construct, { table, mail, relay, alarms }: MailConsumersProps): void {
  const pages = new Consumer(scope, 'Pages', {
    queue: 'pages',
    worker: { entry: 'functions/notifications/on-paging-event.ts', timeoutSeconds: 15 },
    subscribes: {
      relay,
      // An edit may raise the priority, and P1 comes through quiet hours.
      to: ['escalation.step', 'plan.due', 'incident.edited', 'incident.taken', 'test.requested'],
    },
    alarms,
    impact: 'People on call are not paged for incidents that nobody has acknowledged.',
    lateAfterMinutes: 2,
    // AWS recommends six times the worker's 15 s, which would make a page that was refused once wait a minute and a
    // half. That is for batches that queue up before a throttled worker; here a message is worked alone, in a lane
    // that takes none it has no room for. 90 tries every 20 s are half an hour of mail refused: after an hour a step
    // folds into the next one anyway.
    visibilitySeconds: 20,
    attempts: 90,
    batchSize: 1,
  })
  // The last try says so: what is not sent then counts as undelivered, and the next step comes at once.
  pages.knowsLastTry().fn.reads(table).writes(table).sendsMail(mail).sendsTexts().callsWebhooks()

  const statusMail = new Consumer(scope, 'StatusMail', {
    queue: 'status-mail',
    worker: { entry: 'functions/notifications/on-incident-event.ts', timeoutSeconds: 20 },
    subscribes: { relay, to: ['incident.*', 'escalation.level'] },
    alarms,
    impact:
      'Requesters are not told that their incident was received, answered or resolved, nor teams that one was handed to them.',
    lateAfterMinutes: 10,
  })
  statusMail.knowsLastTry().fn.reads(table).writes(table).sendsMail(mail)

  const surveys = new Consumer(scope, 'SurveyMail', {
    queue: 'survey-mail',
    worker: { entry: 'functions/notifications/on-survey-requested.ts', timeoutSeconds: 20 },
    subscribes: { relay, to: ['survey.requested'] },
    alarms,
    impact: 'Requesters are not asked how it went.',
    lateAfterMinutes: 60,
  })
  surveys.knowsLastTry().fn.reads(table).writes(table).sendsMail(mail)

  const chunks = new Consumer(scope, 'AnnouncementChunks', {
    queue: 'announcement-chunks',
    worker: { entry: 'functions/announcements/send-chunk.task.ts', timeoutSeconds: 120 },
    alarms,
    impact: 'Part of the audience does not get an announcement by mail.',
    lateAfterMinutes: 20,
    batchSize: 1,
  })
  chunks.fn.reads(table).writes(table).sendsMail(mail)

  const fanOut = new Consumer(scope, 'AnnouncementFanOut', {
    queue: 'announcement-fan-out',
    worker: { entry: 'functions/announcements/on-announcement-event.ts', timeoutSeconds: 60 },
    subscribes: { relay, to: ['announcement.*'] },
    alarms,
    impact: 'Announcements stand on the portal but are not mailed.',
    lateAfterMinutes: 10,
    batchSize: 1,
  })
  fanOut.fn.reads(table).writes(table).sendsTo(chunks.queue, 'CHUNK_QUEUE_URL')

  const deliveries = new Consumer(scope, 'DeliveryEvents', {
    queue: 'delivery-events',
    worker: { entry: 'functions/notifications/on-delivery-event.ts' },
    hears: mail.deliveryEvents,
    alarms,
    impact: 'Addresses that bounce are written to again, which harms the name of the sender.',
    lateAfterMinutes: 60,
  })
  deliveries.fn.reads(table).writes(table)
}
