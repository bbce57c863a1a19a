import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

/** A text message that the local SNS has taken. */
export type TextMessage = {
  id: string
  /** The phone number, in E.164. */
  to: string
  text: string
  /** When it was accepted on the product's clock, which may be shifted. */
  at: string
  /** The key under which the product claimed the send. */
  send: string | null
}

const linesOf = (file: string): TextMessage[] => {
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

/** Text messages in a file that only grows: what was accepted is there after a SIGKILL. */
export const openTextMessages = (file: string) => {
  mkdirSync(dirname(file), { recursive: true })
  const messages = linesOf(file)
  if (messages.length > 0) appendFileSync(file, '\n')
  return {
    add(message: TextMessage) {
      appendFileSync(file, `${JSON.stringify(message)}\n`)
      messages.push(message)
    },
    size: () => messages.length,
    /** Newest first. */
    list: () => messages.toReversed(),
    clear() {
      messages.length = 0
      rmSync(file, { force: true })
    },
  }
}

export type TextMessages = ReturnType<typeof openTextMessages>
