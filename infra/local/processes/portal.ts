import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import next from 'next'
import { loopback, publicAddresses } from '../ports.ts'
import { announceReady, listen, place, stopWith } from '../service-process.ts'

/** Kept with the data, so that sessions outlive a restart. */
function sessionKey(): string {
  const file = join(place.dataFolder, 'session-key')
  if (!existsSync(file)) {
    mkdirSync(place.dataFolder, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  }
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

const isWatching = process.env.EVENKEEL_WATCH === '1'
const at = publicAddresses(place.ports)
Object.assign(process.env, {
  EVENKEEL_API_URL: loopback(place.ports.api),
  PORTAL_URL: at.portal,
  STATUS_URL: at.status,
  OIDC_ISSUER: at.issuer,
  OIDC_CLIENT_ID: 'evenkeel-portal',
  SESSION_KEY: sessionKey(),
  NODE_ENV: isWatching ? 'development' : 'production',
  NEXT_TELEMETRY_DISABLED: '1',
})

const app = next({
  dev: isWatching,
  dir: join(place.root, 'portal'),
  hostname: 'localhost',
  port: place.ports.portal,
})
await app.prepare()
const handle = app.getRequestHandler()
const server = createServer((request, response) => {
  handle(request, response).catch(() => response.destroy())
})
server.on('upgrade', app.getUpgradeHandler())
await listen(server, place.ports.portal)
stopWith(async () => {
  server.closeAllConnections()
  server.close()
  await app.close()
})
announceReady()
