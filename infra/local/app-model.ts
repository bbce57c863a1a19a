import { join } from 'node:path'
import { refuseUnknown } from './known-resources.ts'
import type { LocalNames } from './physical-names.ts'
import type { Place } from './place.ts'
import { loopback, publicAddresses } from './ports.ts'
import { Resolution, UnknownInTemplate } from './resolution.ts'
import { type Assembly, type JsonObject, type Resource, readAssembly } from './template.ts'

export interface LocalFunction {
  /** The short name, from the entry file: `incidents-api`. */
  name: string
  arn: string
  bundle: string
  /** The exported name of the handler in the bundle. */
  handler: string
  environment: Record<string, string>
  timeoutSeconds: number
  memoryMb: number
  isHttp: boolean
}

export interface LocalRoute {
  routeKey: string
  functionName: string
  timeoutMs: number
}

export interface Mapping {
  functionName: string
  sourceArn: string
  batchSize: number
  reportsItemFailures: boolean
  filters: JsonObject[]
  concurrency: number
  /** Attempts after the first, for a stream; -1 is for ever. */
  maximumRetries: number
}

export interface LocalSchedule {
  name: string
  expression: string
  functionName: string
  input?: string
}

interface LocalMachine {
  name: string
  arn: string
  definition: string
}

export interface Definition {
  name: string
  properties: JsonObject
}

export interface AppModel {
  functions: LocalFunction[]
  routes: LocalRoute[]
  streamMappings: Mapping[]
  queueMappings: Mapping[]
  schedules: LocalSchedule[]
  machines: LocalMachine[]
  tables: Definition[]
  queues: Definition[]
  topics: Definition[]
  subscriptions: JsonObject[]
  buckets: Definition[]
  secrets: Definition[]
}

function namesAt(place: Place): LocalNames {
  return {
    account: place.account,
    region: place.region,
    storesEndpoint: loopback(place.ports.stores),
    apiUrl: publicAddresses(place.ports).api,
    clientId: 'evenkeel-portal',
  }
}

/** Names on AWS carry the product and the stage; here the short name is enough. */
export function shortName(functionName: string): string {
  return functionName
    .replace(/^.*:function:/, '')
    .replace(/:.*$/, '')
    .replace(/^evenkeel-local-/i, '')
}

class Reader {
  readonly #assembly: Assembly
  readonly #resolution: Resolution

  constructor(assembly: Assembly, names: LocalNames) {
    this.#assembly = assembly
    this.#resolution = new Resolution(assembly, names)
  }

  all<T>(types: string[], read: (properties: JsonObject, resource: Resource) => T): T[] {
    return [...this.#assembly.stacks.values()].flatMap((stack) =>
      [...stack.resources.values()]
        .filter(({ type }) => types.includes(type))
        .map((resource) => read(this.#resolution.properties(resource), resource)),
    )
  }

  reference(resource: Resource): string {
    return String(this.#resolution.value(resource.stack, { Ref: resource.logicalId }))
  }

  arn(resource: Resource): string {
    return String(this.#resolution.value(resource.stack, { 'Fn::GetAtt': [resource.logicalId, 'Arn'] }))
  }

  bundleFolder(resource: Resource, code: JsonObject): string {
    const folder = this.#assembly.stacks.get(resource.stack)?.assets.get(String(code.S3Key))
    if (!folder)
      throw new UnknownInTemplate(
        `${resource.stack}: ${resource.logicalId} has code that is no asset of the assembly`,
      )
    return folder
  }
}

function readFunction(reader: Reader, properties: JsonObject, resource: Resource): LocalFunction {
  const [file, handler] = String(properties.Handler).split('.')
  const { Variables = {} } = (properties.Environment ?? {}) as { Variables?: Record<string, string> }
  return {
    name: shortName(reader.reference(resource)),
    arn: reader.arn(resource),
    bundle: join(reader.bundleFolder(resource, properties.Code as JsonObject), `${file}.mjs`),
    handler: handler ?? 'handler',
    environment: Object.fromEntries(Object.entries(Variables).map(([key, value]) => [key, String(value)])),
    timeoutSeconds: Number(properties.Timeout ?? 3),
    memoryMb: Number(properties.MemorySize ?? 128),
    isHttp: false,
  }
}

function readMapping(properties: JsonObject): Mapping {
  const { Filters = [] } = (properties.FilterCriteria ?? {}) as { Filters?: { Pattern: string }[] }
  const { MaximumConcurrency } = (properties.ScalingConfig ?? {}) as { MaximumConcurrency?: number }
  const responseTypes = (properties.FunctionResponseTypes ?? []) as string[]
  return {
    functionName: shortName(String(properties.FunctionName)),
    sourceArn: String(properties.EventSourceArn),
    batchSize: Number(properties.BatchSize ?? 10),
    reportsItemFailures: responseTypes.includes('ReportBatchItemFailures'),
    filters: Filters.map(({ Pattern }) => JSON.parse(Pattern) as JsonObject),
    concurrency: Number(MaximumConcurrency ?? 2),
    maximumRetries: Number(properties.MaximumRetryAttempts ?? -1),
  }
}

function readRoutes(reader: Reader): LocalRoute[] {
  const integrations = new Map<string, { functionName: string; timeoutMs: number }>(
    reader.all(['AWS::ApiGatewayV2::Integration'], (properties, resource) => {
      const timeoutMs = Number(properties.TimeoutInMillis ?? 30_000)
      const functionName = shortName(String(properties.IntegrationUri))
      return [`integrations/${reader.reference(resource)}`, { functionName, timeoutMs }] as const
    }),
  )
  return reader.all(['AWS::ApiGatewayV2::Route'], ({ RouteKey, Target }, { stack, logicalId }) => {
    const integration = integrations.get(String(Target))
    if (!integration)
      throw new UnknownInTemplate(`${stack}: ${logicalId} leads to ${Target}, which is no integration`)
    return { routeKey: String(RouteKey), ...integration }
  })
}

function readSchedules(reader: Reader): LocalSchedule[] {
  const schedules = reader.all(['AWS::Scheduler::Schedule'], (properties, resource) => {
    const target = properties.Target as { Arn: string; Input?: string }
    const input = target.Input === undefined ? {} : { input: target.Input }
    const expression = String(properties.ScheduleExpression)
    return { name: resource.logicalId, expression, functionName: shortName(target.Arn), ...input }
  })
  const rules = reader.all(['AWS::Events::Rule'], (properties, resource) => {
    if (properties.ScheduleExpression === undefined) return []
    const targets = (properties.Targets ?? []) as { Arn: string; Input?: string }[]
    return targets.map(({ Arn, Input }) => ({
      name: resource.logicalId,
      expression: String(properties.ScheduleExpression),
      functionName: shortName(Arn),
      ...(Input !== undefined && { input: Input }),
    }))
  })
  return [...schedules, ...rules.flat()]
}

/** Reads everything that the local run acts out, with all names and addresses of this place filled in. */
export function modelOf(assembly: Assembly, names: LocalNames): AppModel {
  refuseUnknown(assembly)
  const reader = new Reader(assembly, names)
  const define = (...types: string[]): Definition[] =>
    reader.all(types, (properties, resource) => ({ name: reader.reference(resource), properties }))
  const routes = readRoutes(reader)
  const http = new Set(routes.map(({ functionName }) => functionName))
  const mappings = reader.all(['AWS::Lambda::EventSourceMapping'], readMapping)
  return {
    functions: reader
      .all(['AWS::Lambda::Function'], (properties, resource) => readFunction(reader, properties, resource))
      .map((definition) => ({ ...definition, isHttp: http.has(definition.name) })),
    routes,
    streamMappings: mappings.filter(({ sourceArn }) => sourceArn.includes(':dynamodb:')),
    queueMappings: mappings.filter(({ sourceArn }) => sourceArn.includes(':sqs:')),
    schedules: readSchedules(reader),
    machines: reader.all(['AWS::StepFunctions::StateMachine'], (properties, resource) => ({
      name: String(properties.StateMachineName ?? resource.logicalId),
      arn: reader.reference(resource),
      definition: definitionText(properties),
    })),
    tables: define('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'),
    queues: define('AWS::SQS::Queue').map(({ name, properties }) => ({ name: lastPart(name), properties })),
    topics: define('AWS::SNS::Topic').map(({ name, properties }) => ({ name: lastPart(name), properties })),
    subscriptions: reader.all(['AWS::SNS::Subscription'], (properties) => properties),
    buckets: define('AWS::S3::Bucket'),
    secrets: define('AWS::SecretsManager::Secret'),
  }
}

function definitionText(properties: JsonObject): string {
  const text = properties.DefinitionString
  return typeof text === 'string' ? text : JSON.stringify(properties.Definition)
}

function lastPart(name: string): string {
  return name.split(/[:/]/).at(-1) ?? name
}

export function loadModel(place: Place): AppModel {
  return modelOf(readAssembly(place.assemblyFolder), namesAt(place))
}
