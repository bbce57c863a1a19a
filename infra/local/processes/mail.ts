import { join } from 'node:path'
import { createMailServer } from '../mail/mail-server.ts'
import { openMailbox } from '../mail/mailbox.ts'
import { createProductClock } from '../mail/product-clock.ts'
import { openTextMessages } from '../mail/text-messages.ts'
import { loopback } from '../ports.ts'
import { announceReady, listen, place, stopWith } from '../service-process.ts'

const server = createMailServer({
  mailbox: openMailbox(join(place.dataFolder, 'mail')),
  texts: openTextMessages(join(place.dataFolder, 'texts.ndjson')),
  now: createProductClock(loopback(place.ports.control)),
  region: place.region,
  account: place.account,
  topicsUrl: loopback(place.ports.stores),
})
await listen(server, place.ports.mail)
stopWith(() => {
  server.closeAllConnections()
  server.close()
})
announceReady()
