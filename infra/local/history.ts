import { historyOf } from './demo/history/history.ts'
import { batchesOf } from './history-batches.ts'
import { loopback } from './ports.ts'

const seed = 1
const count = 2400
const atOnce = 3
/** The product answers a wait after a minute; with so much to learn it takes some of them. */
const mostWaits = 15

interface Told {
  controlPort: number
  say: (text: string) => void
}
interface Outcome {
  imported: number
  known: number
  refused: { externalId: string; why: string }[]
}

/** Loads the past of the demo organisations into the running product, and lets it learn from it. */
export async function loadHistory({ controlPort, say }: Told): Promise<void> {
  const call = async (method: 'GET' | 'POST', path: string, body?: unknown) => {
    const response = await fetch(`${loopback(controlPort)}${path}`, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    })
    return { status: response.status, answer: (await response.json()) as Record<string, unknown> }
  }
  const demand = async (...asked: Parameters<typeof call>) => {
    const { status, answer } = await call(...asked)
    if (status >= 300) throw new Error(String(answer.message ?? answer.detail ?? `${asked[1]}: ${status}`))
    return answer
  }

  const began = performance.now()
  const { now } = await demand('GET', '/clock')
  const batches = batchesOf(seed, historyOf(seed, count, String(now)))
  const outcomes: Outcome[] = []
  const waiting = [...batches]
  const work = async () => {
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
      outcomes.push((await demand('POST', '/functions/imports-import', batch)) as unknown as Outcome)
      say(`\r${Math.min(count, outcomes.length * 25)} of ${count} incidents`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  say('\n')

  const imported = outcomes.reduce((sum, outcome) => sum + outcome.imported, 0)
  const refused = outcomes.flatMap((outcome) => outcome.refused)
  for (const { externalId, why } of refused) say(`${externalId} was left out: ${why}\n`)
  const inSeconds = () => `${Math.round((performance.now() - began) / 1000)} s`
  const loadedIn = inSeconds()
  if (imported > 0) {
    say('Search and triage read it …\n')
    await settled()
  }
  const { items } = (await demand('GET', '/functions')) as { items?: { name: string }[] }
  if (items?.some(({ name }) => name === 'triage-train')) await demand('POST', '/functions/triage-train', {})
  say(
    imported === 0
      ? 'The history is loaded already, so no incident was added.\n'
      : `Loaded ${imported} incidents of the last 15 months in ${loadedIn}; ` +
          `searchable, and learned from, after ${inSeconds()}. Nobody was mailed about what is over.\n`,
  )

  /** Until stream and queues are idle, however many answers of "not yet" that takes. */
  async function settled(): Promise<void> {
    for (let wait = 0; wait < mostWaits; wait++) {
      const { status } = await call('POST', '/clock', { advanceSeconds: 0 })
      if (status < 300) return
    }
    say('They are still at it; triage learns from what it has read so far.\n')
  }
}
