import { join } from 'node:path'
import { createIdentityServer } from '../identity/identity-server.ts'
import { openItemStore } from '../identity/item-store.ts'
import { readKeys } from '../identity/keys.ts'
import { readPeople } from '../identity/people.ts'
import { publicAddresses } from '../ports.ts'
import { announceReady, listen, place, stopWith } from '../service-process.ts'

const folder = join(place.dataFolder, 'identity')
const { issuer, portal } = publicAddresses(place.ports)
const server = createIdentityServer({
  issuer,
  portals: [portal, portal.replace('localhost', '127.0.0.1')],
  port: place.ports.identity,
  people: readPeople(),
  keys: await readKeys(join(folder, 'keys.json')),
  items: openItemStore(join(folder, 'items')),
})
await listen(server, place.ports.identity)
stopWith(() => {
  server.closeAllConnections()
  server.close()
})
announceReady()
