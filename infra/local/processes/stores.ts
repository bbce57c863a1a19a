import { mkdirSync } from 'node:fs'
import { Server } from 'node:net'
import { join } from 'node:path'
import { startFauxqs } from 'fauxqs'
import { announceReady, listen, place, stopWith } from '../service-process.ts'
import { createSecretsServer } from '../stores/secrets.ts'

// fauxqs always listens on every interface; what is only for this machine stays on this machine.
const listenAnywhere = Server.prototype.listen
Server.prototype.listen = function (this: Server, ...args: unknown[]) {
  const [options, ...rest] = args
  const here = typeof options === 'object' && options ? { ...options, host: '127.0.0.1' } : options
  return Reflect.apply(listenAnywhere, this, [here, ...rest])
}

const dataDir = join(place.dataFolder, 'stores')
mkdirSync(dataDir, { recursive: true })
const queues = await startFauxqs({
  port: place.ports.stores,
  defaultRegion: place.region,
  logger: false,
  dataDir,
})
const secrets = createSecretsServer(join(place.dataFolder, 'secrets.json'))
await listen(secrets, place.ports.secrets)
stopWith(async () => {
  secrets.closeAllConnections()
  secrets.close()
  await queues.stop()
})
announceReady()
