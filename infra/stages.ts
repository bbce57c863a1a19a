export type StageName = 'local' | 'dev' | 'prod'

/** Queues by short name; on AWS each is called `evenkeel-<stage>-<short name>`. */
export const queueNames = [
  'timer-set',
  'wake',
  'status-mail',
  'pages',
  'survey-mail',
  'announcement-fan-out',
  'announcement-chunks',
  'status-publish',
  'delivery-events',
  'triage',
  'search',
  'children',
  'follower-mail',
  'triggers',
  'notices',
  'alerts',
  'alert-groups',
] as const
export type QueueName = (typeof queueNames)[number]

export interface Issuer {
  issuer: string
  jwksUri: string
  clientId: string
}

/** An own domain needs a certificate in us-east-1, where CloudFront reads it. */
export interface Domain {
  name: string
  certificateArn: string
}

export interface StageSettings {
  name: StageName
  region: string
  /** Another region than `region`, so that the status site outlives it. */
  statusRegion: string
  /** Addresses that people see, without a slash at the end; they stand in mails, so they are settings. */
  portalUrl: string
  /** Where programs outside reach `/v1`; on AWS that is the portal's own address. */
  apiUrl: string
  statusUrl: string
  portalDomain?: Domain
  statusDomain?: Domain
  /** A domain verified in SES; mail comes from `incidents@` it. */
  mailDomain: string
  /** Where a failing system is told; subscribed to the topic of alarms. */
  alarmMail?: string
  /** `cognito` is the pool of the identity stack; any OpenID provider can stand here instead or beside it. */
  issuers: readonly (Issuer | 'cognito')[]
  /** Private addresses that outgoing requests may reach; must be empty on AWS. */
  allowedPrivateHosts: readonly string[]
  logRetentionDays: 1 | 7 | 30 | 90 | 365
  /** Requests a second that the API takes from all callers together. */
  throttle: { ratePerSecond: number; burst: number }
  /** Batches worked at once; a lane that is full leaves the others alone. At least 2, AWS takes no less. */
  concurrency: Record<QueueName, number>
}

const concurrency: Record<QueueName, number> = {
  'timer-set': 10,
  wake: 20,
  'status-mail': 10,
  pages: 20,
  'survey-mail': 2,
  'announcement-fan-out': 2,
  'announcement-chunks': 4,
  'status-publish': 2,
  'delivery-events': 5,
  search: 5,
  triage: 4,
  children: 4,
  'follower-mail': 2,
  triggers: 4,
  notices: 4,
  alerts: 2,
  'alert-groups': 2,
}

const throttle = { ratePerSecond: 200, burst: 400 }

/**
 * The local run. It is synthesized once for the base port 3000, or the one given, and read by `infra/local`,
 * which puts its own addresses over these when a copy runs on other ports.
 */
function localStage(basePort: number): StageSettings {
  const at = (offset: number) => `http://localhost:${basePort + offset}`
  return {
    name: 'local',
    region: 'eu-central-1',
    statusRegion: 'eu-west-1',
    portalUrl: at(0),
    apiUrl: at(1),
    statusUrl: at(3),
    mailDomain: 'evenkeel.example',
    issuers: [
      { issuer: at(4), jwksUri: `http://127.0.0.1:${basePort + 4}/jwks`, clientId: 'evenkeel-portal' },
    ],
    allowedPrivateHosts: ['127.0.0.1', 'localhost'],
    logRetentionDays: 7,
    throttle,
    concurrency,
  }
}

const dev: StageSettings = {
  name: 'dev',
  region: 'eu-central-1',
  statusRegion: 'eu-west-1',
  portalUrl: 'https://dev.evenkeel.example',
  apiUrl: 'https://dev.evenkeel.example',
  statusUrl: 'https://status.dev.evenkeel.example',
  mailDomain: 'dev.evenkeel.example',
  issuers: ['cognito'],
  allowedPrivateHosts: [],
  logRetentionDays: 30,
  throttle,
  concurrency,
}

const prod: StageSettings = {
  ...dev,
  name: 'prod',
  portalUrl: 'https://desk.evenkeel.example',
  apiUrl: 'https://desk.evenkeel.example',
  statusUrl: 'https://status.evenkeel.example',
  mailDomain: 'evenkeel.example',
  logRetentionDays: 365,
}

export interface StageOptions {
  /** Only for `local`: the first of its ports. */
  port?: number
}

/** @throws Error when a stage on AWS would reach into private networks or keep the status site beside the rest. */
export function settingsOf(name: StageName, options: StageOptions = {}): StageSettings {
  const settings = { local: localStage(options.port ?? 3000), dev, prod }[name]
  if (name !== 'local') assertFitForAws(settings)
  return settings
}

export function assertFitForAws(settings: StageSettings): void {
  if (settings.allowedPrivateHosts.length > 0) {
    throw new Error(`Stage ${settings.name}: allowedPrivateHosts must be empty on AWS.`)
  }
  if (settings.region === settings.statusRegion) {
    throw new Error(
      `Stage ${settings.name}: the status site belongs in another region than ${settings.region}.`,
    )
  }
}

export function isStageName(name: string | undefined): name is StageName {
  return name === 'local' || name === 'dev' || name === 'prod'
}
