import { join } from 'node:path'
import { announceReady, listen, place, stopWith } from '../service-process.ts'
import { openPublishedFiles } from '../status/published-files.ts'
import { createStatusServer } from '../status/status-server.ts'

const server = createStatusServer(openPublishedFiles(join(place.dataFolder, 'status')))
await listen(server, place.ports.status)
stopWith(() => {
  server.closeAllConnections()
  server.close()
})
announceReady()
