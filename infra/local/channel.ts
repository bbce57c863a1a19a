import type { Serializable } from 'node:child_process'
import { randomUUID } from 'node:crypto'

/** Questions and answers over the channel between the supervisor and a process that it started. */
interface Question {
  id: string
  ask: string
  argument?: unknown
}

interface Answer {
  answers: string
  value?: unknown
  error?: string
}

interface Port {
  send?: (message: Serializable) => boolean
  on(event: 'message', listener: (message: unknown) => void): unknown
  once(event: 'exit' | 'disconnect', listener: () => void): unknown
}

export type Responders = Record<string, (argument: never) => unknown>

/** Answers questions that come over the channel of this process. */
export function answerQuestions(responders: Responders): void {
  process.on('message', async (message) => {
    const { id, ask, argument } = message as Question
    const answer: Answer = { answers: id }
    try {
      const responder = responders[ask]
      if (!responder) throw new Error(`This process does not answer "${ask}"`)
      answer.value = await responder(argument as never)
    } catch (error) {
      answer.error = error instanceof Error ? error.message : String(error)
    }
    if (process.connected) process.send?.(answer)
  })
}

export class ProcessGone extends Error {}

/** Asks a child process; a child that ends before it answers fails the question with `ProcessGone`. */
export function questioner(child: Port): <T>(ask: string, argument?: unknown) => Promise<T> {
  const open = new Map<string, PromiseWithResolvers<unknown>>()
  let gone = false
  child.on('message', (message) => {
    const { answers, value, error } = message as Answer
    const question = open.get(answers)
    open.delete(answers)
    if (error !== undefined) question?.reject(new Error(error))
    else question?.resolve(value)
  })
  const fail = () => {
    gone = true
    for (const question of open.values()) question.reject(new ProcessGone('The process ended'))
    open.clear()
  }
  child.once('exit', fail)
  child.once('disconnect', fail)
  return <T>(ask: string, argument?: unknown) => {
    const question = Promise.withResolvers<unknown>()
    if (gone) question.reject(new ProcessGone('The process ended'))
    else {
      const id = randomUUID()
      open.set(id, question)
      child.send?.({ id, ask, argument } as Serializable)
    }
    return question.promise as Promise<T>
  }
}
