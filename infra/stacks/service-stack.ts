import { CfnOutput } from 'aws-cdk-lib'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { Alarms } from '../constructs/alarms.ts'
import { Api } from '../constructs/api.ts'
import { Clock } from '../constructs/clock.ts'
import { Consumer } from '../constructs/consumer.ts'
import { watchFoundations } from '../constructs/foundations.ts'
import type { IncidentTable } from '../constructs/incident-table.ts'
import type { MailChannel } from '../constructs/mail-channel.ts'
import { Relay } from '../constructs/relay.ts'
import { ServiceFunction } from '../constructs/service-function.ts'
import { Sweeper } from '../constructs/sweeper.ts'
import type { Issuer } from '../stages.ts'
import type { DataStack } from './data-stack.ts'
import type { IdentityStack } from './identity-stack.ts'
import type { MailStack } from './mail-stack.ts'
import { addAlertConsumers } from './service/alert-consumers.ts'
import { addAlertIntake } from './service/alert-intake.ts'
import { addLinkConsumers } from './service/link-consumers.ts'
import { addMailConsumers } from './service/mail-consumers.ts'
import { addNoticeConsumers } from './service/notice-consumers.ts'
import { addSearchConsumers } from './service/search-consumers.ts'
import { addStatusConsumers } from './service/status-consumers.ts'
import { addTriageConsumers } from './service/triage-consumers.ts'
import { StageStack, type StageStackProps } from './stage-stack.ts'

/** The nouns of the API, each with its routes. */
const nouns: Record<string, string[]> = {
  incidents: ['/v1/incidents', '/v1/incidents/{proxy+}'],
  bulk: ['/v1/incidents/bulk', '/v1/bulk/{proxy+}'],
  escalation: [
    '/v1/acknowledgements/{proxy+}',
    '/v1/escalation-policies/simulate',
    '/v1/escalation-policies/{id}/simulate',
  ],
  announcements: ['/v1/announcements', '/v1/announcements/{proxy+}'],
  status: ['/v1/status', '/v1/components', '/v1/components/{proxy+}'],
  surveys: ['/v1/surveys/{proxy+}'],
  triage: ['/v1/triage/{proxy+}'],
  people: ['/v1/me', '/v1/me/{proxy+}', '/v1/people', '/v1/people/{proxy+}'],
  desk: ['/v1/me/views'],
  notifications: ['/v1/me/notifications', '/v1/me/notifications/test'],
  routing: ['/v1/routing-rules/try'],
  alerts: [
    ...['/v1/alerts', '/v1/alerts/{proxy+}', '/v1/incidents/{id}/alerts', '/v1/sources/{id}/{part}'],
    ...['silences', 'maintenances', 'heartbeats'].flatMap((one) => [`/v1/${one}`, `/v1/${one}/{proxy+}`]),
    '/v1/alert-rules/try',
  ],
  triggers: ['/v1/triggers', '/v1/triggers/{proxy+}'],
  oncall: [
    '/v1/oncall',
    '/v1/shifts',
    '/v1/feeds/{proxy+}',
    '/v1/schedules/preview',
    ...['{part}', '{part}/{partId}', 'swaps/{swapId}/{answer}'].map((part) => `/v1/schedules/{id}/${part}`),
  ],
  settings: [
    ...[
      'services',
      'categories',
      'teams',
      'calendars',
      'sla-policies',
      'routing-rules',
      'schedules',
      'escalation-policies',
      'alert-rules',
      'sources',
      'settings',
    ].flatMap((collection) => [`/v1/${collection}`, `/v1/${collection}/{proxy+}`]),
    '/v1/completeness',
    '/v1/audit',
  ],
  // Serves also everything that no noun has: its router says so in a problem document, which the gateway could not.
  contract: ['/v1/openapi.json', '/v1/health', '/v1', '/v1/{proxy+}'],
}

export interface ServiceStackProps extends StageStackProps {
  data: DataStack
  identity: IdentityStack
  mail: MailStack
}

/** Everything that runs. */
export class ServiceStack extends StageStack {
  readonly api: Api
  readonly issuers: Issuer[]
  readonly alarmNames: readonly string[]
  readonly clockArn: string
  readonly mailReceived: ServiceFunction

  constructor(scope: Construct, props: ServiceStackProps) {
    super(scope, 'service', { ...props, description: 'functions, API, queues, clock and alarms.' })
    const { table } = props.data
    this.issuers = this.settings.issuers.map((issuer) =>
      issuer === 'cognito' ? props.identity.issuer : issuer,
    )
    const alarms = new Alarms(this, 'Alarms')
    const relay = new Relay(this, 'Relay', { table, alarms })

    this.api = new Api(this, 'Api', { alarms })
    const { received } = addAlertConsumers(this, { table, relay, alarms })
    const alerts = received.queue
    const { content } = props.data
    this.mailReceived = addAlertIntake(this, { table, content, alarms, alerts }).mailReceived
    this.addNouns(table, props.mail.channel, alerts)
    const clock = this.addTimers(props, relay, alarms)
    this.clockArn = clock.machine.stateMachineArn
    addLinkConsumers(this, { table, mail: props.mail.channel, relay, alarms })
    addMailConsumers(this, { table, mail: props.mail.channel, relay, alarms })
    addNoticeConsumers(this, { table, mail: props.mail.channel, relay, alarms })
    addStatusConsumers(this, { table, relay, alarms })
    addSearchConsumers(this, { table, relay, alarms })
    addTriageConsumers(this, { table, relay, alarms })
    watchFoundations(alarms, table)
    this.alarmNames = alarms.names

    new ServiceFunction(this, 'Bootstrap', {
      entry: 'functions/settings/bootstrap.task.ts',
      timeoutSeconds: 60,
    })
      .reads(table)
      .writes(table)

    new ServiceFunction(this, 'Import', {
      entry: 'functions/imports/import.task.ts',
      timeoutSeconds: 60,
      memoryMb: 1024,
    })
      .reads(table)
      .writes(table)

    new CfnOutput(this, 'ApiOrigin', { value: `https://${this.api.origin}` })
  }

  private addNouns(table: IncidentTable, mail: MailChannel, alerts: IQueue): void {
    for (const [noun, paths] of Object.entries(nouns)) {
      const id = `${noun[0]?.toUpperCase()}${noun.slice(1)}Api`
      const fn = new ServiceFunction(this, id, { entry: `functions/${noun}/api.ts`, memoryMb: 1024 })
      fn.reads(table).writes(table).set('ISSUERS', this.toJsonString(this.issuers))
      if (noun === 'oncall') fn.set('API_URL', this.settings.apiUrl)
      if (noun === 'settings' || noun === 'alerts')
        fn.set('API_URL', this.settings.apiUrl).set('MAIL_DOMAIN', this.settings.mailDomain)
      if (noun === 'alerts') fn.sendsTo(alerts, 'ALERTS_QUEUE_URL')
      if (noun === 'notifications') fn.readsTokenKey(mail).callsWebhooks()
      this.api.serves(fn, paths)
    }
  }

  private addTimers({ data: { table } }: ServiceStackProps, relay: Relay, alarms: Alarms): Clock {
    const wake = new ServiceFunction(this, 'Wake', {
      entry: 'functions/clock/wake.task.ts',
      timeoutSeconds: 10,
    })
    wake.reads(table).writes(table)
    const clock = new Clock(this, 'Clock', { wake, alarms })

    const timers = new Consumer(this, 'TimerSet', {
      queue: 'timer-set',
      worker: { entry: 'functions/clock/on-timer-set.ts', timeoutSeconds: 10 },
      subscribes: { relay, to: ['incident.*', 'escalation.*', 'triage.*', 'bulk.*', 'plan.*', 'group.due'] },
      alarms,
      impact: 'Escalation steps are armed by the sweeper only and come up to a minute late.',
      lateAfterMinutes: 5,
    })
    clock.startedBy(timers.fn)

    const overdue = new Consumer(this, 'OverdueWakes', {
      queue: 'wake',
      worker: wake,
      alarms,
      impact: 'Overdue escalation steps, surveys and the ends of dated holds wait.',
      lateAfterMinutes: 3,
      attempts: 20,
    })

    const sweeper = new Sweeper(this, 'Sweeper', { alarms })
    sweeper.fn.reads(table).sendsTo(overdue.queue, 'WAKE_QUEUE_URL')
    clock.startedBy(sweeper.fn)
    return clock
  }
}
