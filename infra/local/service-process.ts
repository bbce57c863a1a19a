import type { Server } from 'node:http'
import { placeFrom } from './place.ts'

/** Where this process of the local run lives: its ports and its data folder, both from the environment. */
export const place = placeFrom(process.env)

/** One NDJSON line on stdout, which the supervisor appends to the log of this process. */
export const log = (level: 'info' | 'warn' | 'error', message: string, fields: object = {}) => {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, message, ...fields })}\n`)
}

/** Tells the supervisor that this process accepts requests. */
export const announceReady = () => process.stdout.write('{"ready":true}\n')

export const listen = (server: Server, port: number) =>
  new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', () => done())
  })

/** Runs `stop` once on SIGTERM or SIGINT, or when the supervisor is gone, and ends the process. */
export const stopWith = (stop: () => void | Promise<void>) => {
  let stopping = false
  const end = async () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(0), 5000).unref()
    await stop()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(signal, end)
}
