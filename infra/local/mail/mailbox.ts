import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the mail service knows of an accepted mail besides its bytes. */
export type Envelope = {
  id: string
  /** When it was accepted on the product's clock, which may be shifted. */
  at: string
  /** When it was accepted on the machine's clock. */
  receivedAt: string
  from: string
  to: string[]
  configurationSet?: string
  tags: Record<string, string>
  /** The key under which the product claimed the send. */
  send?: string
}

const readIndex = (file: string): Envelope[] => {
  let text = ''
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return []
  }
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line)]
    } catch {
      // The last line of a process that was killed while it wrote.
      return []
    }
  })
}

/**
 * Mails as files, and an index that only grows. A mail's file is complete before its index line is written,
 * so that after a SIGKILL every line of the index has its mail.
 */
export const openMailbox = (folder: string) => {
  const indexFile = join(folder, 'index.ndjson')
  const fileOf = (id: string) => join(folder, `${id}.eml`)
  mkdirSync(folder, { recursive: true })
  const envelopes = readIndex(indexFile)
  if (envelopes.length > 0) appendFileSync(indexFile, '\n')
  const byId = new Map(envelopes.map((envelope) => [envelope.id, envelope]))
  return {
    add(envelope: Envelope, raw: Buffer) {
      writeFileSync(`${fileOf(envelope.id)}.new`, raw)
      renameSync(`${fileOf(envelope.id)}.new`, fileOf(envelope.id))
      appendFileSync(indexFile, `${JSON.stringify(envelope)}\n`)
      envelopes.push(envelope)
      byId.set(envelope.id, envelope)
    },
    find: (id: string) => byId.get(id),
    raw: (id: string) => readFileSync(fileOf(id)),
    size: () => envelopes.length,
    /** Newest first, by acceptance. `to` is one whole address; `since` is an instant on the product's clock. */
    list(filter: { to?: string; since?: string; limit?: number } = {}) {
      const to = filter.to?.toLowerCase()
      const found = envelopes.filter(
        (envelope) =>
          (!to || envelope.to.some((address) => address.toLowerCase() === to)) &&
          (!filter.since || envelope.at >= filter.since),
      )
      return found.reverse().slice(0, filter.limit ?? found.length)
    },
    recipients: () => [...new Set(envelopes.flatMap(({ to }) => to))].sort(),
    clear() {
      envelopes.length = 0
      byId.clear()
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true })
    },
  }
}

export type Mailbox = ReturnType<typeof openMailbox>
