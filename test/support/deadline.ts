import { setTimeout as pause } from 'node:timers/promises'

type Deadline = { seconds?: number; what?: string }

/**
 * Waits for another process: answers the first truthy value of `condition`, and throws with its last error or value
 * when `seconds` (20) have passed. The one place in the tests where time goes by.
 */
export const eventually = async <Value>(
  condition: () => Value | Promise<Value>,
  { seconds = 20, what = 'the condition' }: Deadline = {},
): Promise<NonNullable<Value>> => {
  const deadline = Date.now() + seconds * 1000
  let last: unknown
  do {
    try {
      const value = await condition()
      if (value) return value
      last = value
    } catch (error) {
      last = error
    }
    await pause(50)
  } while (Date.now() < deadline)
  const seen = last instanceof Error ? last.message : JSON.stringify(last)
  throw new Error(`Waited ${seconds} s for ${what}; the last was ${seen}.`)
}
