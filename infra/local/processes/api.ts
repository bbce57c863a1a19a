import { answerQuestions } from '../channel.ts'
import { startFunctionProcess } from '../function-process.ts'
import { createGateway } from '../gateway.ts'
import { announceReady, listen, log, stopWith } from '../service-process.ts'

const INSTANCES_PER_FUNCTION = 4

const { place, model, clock, host, disturb } = await startFunctionProcess({
  maximumInstances: () => INSTANCES_PER_FUNCTION,
})

const gateway = createGateway({
  routes: model.routes,
  account: place.account,
  invoke: (name, event) => host.invoke(name, event),
  log: (entry) => log('info', 'gateway', entry),
})

answerQuestions({
  clock: (offsetMs: number) => {
    clock.offsetMs = offsetMs
  },
  invoke: ({ name, event }: { name: string; event: unknown }) => host.invoke(name, event),
  activity: () => host.activity,
  disturb,
  replace: (names?: string[]) => host.replace(names),
})

await listen(gateway, place.ports.api)
stopWith(() => {
  gateway.close()
  gateway.closeAllConnections()
  host.stop()
})
announceReady()
