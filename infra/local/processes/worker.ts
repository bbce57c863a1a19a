import { setTimeout as pause } from 'node:timers/promises'
import { shortName } from '../app-model.ts'
import { dynamodbAt, sqsAt, streamsAt } from '../aws-json.ts'
import { answerQuestions } from '../channel.ts'
import { reachFailpoint } from '../faults/failpoint.ts'
import { startFunctionProcess } from '../function-process.ts'
import { returnInFlight } from '../in-flight.ts'
import { loopback } from '../ports.ts'
import { depthOf, MOST_BATCHES, QueuePoller, queueUrlOf, WAIT_SECONDS } from '../queues.ts'
import { Ticker } from '../schedule.ts'
import { announceReady, listen, log, stopWith } from '../service-process.ts'
import { parseDefinition } from '../states/definition.ts'
import { createStatesServer } from '../states/endpoint.ts'
import { executionStore } from '../states/execution-store.ts'
import { Machinery } from '../states/machinery.ts'
import { StreamReader } from '../stream.ts'
import { streamConsumer } from '../stream-consumer.ts'
import type { WorkerReport } from '../worker-report.ts'
import { checkpointsIn, openWorkerStore } from '../worker-store.ts'

const { place, model, clock, host, disturb } = await startFunctionProcess({
  maximumInstances: () => MOST_BATCHES,
  reach: reachFailpoint,
})
const { region, ports } = place
const database = openWorkerStore(place.dataFolder)
const store = executionStore(database)
const sqs = sqsAt(loopback(ports.stores), region)
const dynamodb = dynamodbAt(loopback(ports.dynamodb), region)
const streams = streamsAt(loopback(ports.dynamodb), region)
const warn = (entry: object) => log('warn', 'worker', entry)

let endedForSchedules = 0
const ticker = new Ticker({
  schedules: model.schedules,
  clock,
  invoke: (name, event) => host.invoke(name, event).finally(() => endedForSchedules++),
  endedElsewhere: () => host.activity.ended - endedForSchedules,
})

const machinery = new Machinery({
  machines: model.machines.map(({ arn, name, definition }) => ({
    arn,
    name,
    definition: parseDefinition(name, definition),
  })),
  store,
  clock,
  invoke: (functionArn, payload) => host.invoke(shortName(functionArn), payload),
})

const readers = model.streamMappings.map((mapping) => {
  const table = mapping.sourceArn.split('/')[1] ?? ''
  return new StreamReader({
    streams,
    findArn: async () => {
      const { Table } = await dynamodb.call<{ Table: { LatestStreamArn: string } }>('DescribeTable', {
        TableName: table,
      })
      return Table.LatestStreamArn
    },
    checkpoints: checkpointsIn(database),
    consumer: streamConsumer(mapping, host.invoke, warn),
    log: warn,
  })
})

const queues = model.queueMappings.map((mapping) => {
  const queueUrl = queueUrlOf(loopback(ports.stores), mapping.sourceArn)
  const poller = new QueuePoller({ mapping, queueUrl, region, sqs, invoke: host.invoke, log: warn })
  return { name: mapping.sourceArn.split(':').at(-1) ?? '', queueUrl, poller }
})

/** The proof that nothing is on its way: what the counts say holds before and after everything was looked at. */
async function report(): Promise<WorkerReport> {
  const before = host.activity.ended
  const atEnd = await Promise.all(
    readers.map((reader) => Promise.race([reader.isReadToEnd(), pause(1000, false, { ref: false })])),
  )
  const depths = await Promise.all(queues.map(({ queueUrl }) => depthOf(sqs, queueUrl)))
  const { running, ended } = host.activity
  const now = clock.now()
  const isDue = store.due(now, 1).length > 0
  const busy = [
    ...running.map((name) => `function ${name}`),
    ...(ended === before ? [] : ['functions']),
    ...(atEnd.every(Boolean) ? [] : ['stream']),
    ...queues.flatMap(({ name }, index) => (depths[index] ? [`queue ${name} (${depths[index]})`] : [])),
    ...machinery.active.map((arn) => `execution ${arn.split(':').at(-1)}`),
    ...(isDue && machinery.active.length === 0 ? ['executions'] : []),
    ...(ticker.running > 0 ? ['schedule'] : []),
  ]
  return {
    busy,
    ended: ended - endedForSchedules,
    nextWakeAt: store.nextWakeAt(),
    schedules: ticker.states,
  }
}

answerQuestions({
  clock(offsetMs: number) {
    clock.offsetMs = offsetMs
    machinery.fire()
  },
  hold(isHeld: boolean) {
    if (isHeld) ticker.isHeld = true
    else ticker.resume()
  },
  tick: (instant: number) => ticker.tickAt(instant),
  report,
  invoke: ({ name, event }: { name: string; event: unknown }) => host.invoke(name, event),
  activity: () => host.activity,
  disturb,
  replace: (names?: string[]) => host.replace(names),
  executions: ({ ended }: { ended: boolean }) => (ended ? store.all() : store.running()),
  stopExecution({ machine, name }: { machine: string; name: string }) {
    machinery.stopExecution(machine, name, 'Local.Deleted', 'Deleted by the control API')
  },
})

const server = createStatesServer(machinery)
await listen(server, ports.worker)
const giveBack = () =>
  Promise.all(
    queues.map(({ name, queueUrl, poller }) => {
      const isHeld = (receiptHandle: string) => poller.holds(receiptHandle)
      return returnInFlight({ endpoint: loopback(ports.stores), name, queueUrl, sqs, isHeld })
    }),
  )
await giveBack()
machinery.start()
ticker.start()
for (const reader of readers) void reader.run()
for (const { poller } of queues) void poller.run()
// Until its wait was over, a poll of a worker that was killed caught messages for nobody.
void pause(WAIT_SECONDS * 1000 + 100, undefined, { ref: false })
  .then(giveBack)
  .catch((error) => warn({ message: 'giving back', error: String(error) }))

stopWith(() => {
  server.close()
  ticker.stop()
  machinery.stop()
  for (const reader of readers) reader.stop()
  for (const { poller } of queues) poller.stop()
  host.stop()
  database.close()
})
announceReady()
