import { mkdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { type AppModel, loadModel } from './app-model.ts'
import { buildAssembly, buildPortal } from './builds.ts'
import { createControlServer } from './control.ts'
import { plantDemo, plantedState } from './demo.ts'
import { type Place, placeFrom } from './place.ts'
import { loopback, publicAddresses } from './ports.ts'
import { createStoresOf, createTables } from './resources.ts'
import { listen } from './service-process.ts'
import { Supervisor } from './supervisor.ts'

const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

const began = performance.now()
const isWatching = process.argv.includes('--watch')
const place = placeFrom(process.env)

async function accepts(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const socket = connect(port, '127.0.0.1')
  socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
  const isTaken = await promise
  socket.destroy()
  return isTaken
}

if (await accepts(place.ports.control)) {
  say(
    `Something already runs at port ${place.ports.control}: stop it, or choose other ports with EVENKEEL_PORT.`,
  )
  process.exit(1)
}
// A demo that was cut off while it was planted is planted again.
if (process.env.EVENKEEL_FRESH === '1' || plantedState(place) === 'begun') {
  rmSync(place.dataFolder, { recursive: true, force: true })
}
mkdirSync(place.dataFolder, { recursive: true })

const environment: NodeJS.ProcessEnv = {
  ...process.env,
  EVENKEEL_PORT: String(place.basePort),
  EVENKEEL_DATA: place.dataFolder,
  EVENKEEL_ASSEMBLY: place.assemblyFolder,
  EVENKEEL_WATCH: isWatching ? '1' : '',
  // Lambda's clock is UTC, and worker threads have the zone of their process.
  TZ: 'UTC',
}
const supervisor = new Supervisor({ place, environment, say })

let isStopping = false
async function stop(code: number): Promise<void> {
  if (isStopping) return
  isStopping = true
  await supervisor.stop()
  process.exit(code)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))

/** Each thing begins as soon as what it stands on is there. */
async function start(): Promise<AppModel> {
  const assembly = buildAssembly(say)
  const dynamodb = supervisor.child('dynamodb').start()
  const stores = supervisor.child('stores').start()
  const others = ['mail', 'identity', 'status'].map((name) => supervisor.child(name as 'mail').start())
  const planted = Promise.withResolvers<void>()
  // Whoever waits for the portal finds a product whose demo is planted and whose clock stands where it will.
  const isFresh = plantedState(place) === 'absent'
  const portal = (isWatching ? Promise.resolve() : buildPortal(say))

    .then(() => (isFresh ? planted.promise : undefined))
    .then(() => supervisor.child('portal').start())
  portal.catch(() => {})
  await assembly
  // The compiler is loaded only by who needs it.
  const watched = isWatching ? await (await import('./watch.ts')).bundleForWatching() : undefined
  const model = loadModel(place)
  const api = supervisor.child('api').start()
  await Promise.all([
    dynamodb.then(() => createTables(model, place)),
    stores.then(() => createStoresOf(model, place)),
  ])
  await listen(createControlServer({ supervisor, model, planted: planted.promise }), place.ports.control)
  await Promise.all([...others, api, supervisor.child('worker').start()])
  if (isFresh) await plantDemo({ supervisor, model, say })
  planted.resolve()
  await portal
  watched?.follow(supervisor, say)
  return model
}

function tellAddresses({ ports, dataFolder }: Place): void {
  const at = publicAddresses(ports)
  say(`
  Evenkeel is up, ${((performance.now() - began) / 1000).toFixed(1)} s after it was started.

  Portal        ${at.portal}
  Status page   ${at.status}
  Mail inbox    ${at.mail}
  API           ${at.api}/v1
  Control API   ${loopback(ports.control)}   (npm run local)

  Sign in, without a password, as
    riley, sam, noor   who report problems
    ana, ben, chen     agents: service desk, infrastructure, database
    dana               team lead
    ines               incident manager
    omar, aud          administrator, auditor

  Data and logs are in ${join(dataFolder, '/')}. Ctrl-C stops everything.
`)
}

try {
  await start()
  tellAddresses(place)
} catch (error) {
  if (!isStopping) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    await stop(1)
  }
}
