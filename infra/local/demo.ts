import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { advanceClock, StillBusy, type Target } from './advance.ts'
import type { AppModel } from './app-model.ts'
import { invokerOf } from './control-functions.ts'
import { readSetUp, readStory, type Scene, scenesOf } from './demo-story.ts'
import type { Place } from './place.ts'
import { loopback } from './ports.ts'
import type { Supervisor } from './supervisor.ts'
import { worldOf } from './world.ts'

interface Planting {
  supervisor: Supervisor
  model: AppModel
  say: (sentence: string) => void
}

const markOf = ({ dataFolder }: Place) => join(dataFolder, 'demo.json')

/** Whether the demo is there, is not, or was cut off while it was planted. */
export function plantedState(place: Place): 'done' | 'begun' | 'absent' {
  const mark = markOf(place)
  if (!existsSync(mark)) return 'absent'
  return readFileSync(mark, 'utf8').includes('"done"') ? 'done' : 'begun'
}

/** Calls the API as the demo people do. */
function actorsAt({ ports }: Place) {
  const tokens = new Map<string, Promise<string>>()

  async function tokenOf(person: string): Promise<string> {
    const response = await fetch(`${loopback(ports.identity)}/token/${person}`)
    return ((await response.json()) as { token: string }).token
  }

  return async (
    person: string,
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ) => {
    const token = tokens.get(person) ?? tokenOf(person)
    tokens.set(person, token)
    const response = await fetch(`${loopback(ports.api)}/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} as ${person} answered ${response.status}: ${text}`)
    return { etag: response.headers.get('etag') ?? '', answer: JSON.parse(text) as { id: string } }
  }
}

const FIRST_SIGHT = ['report', 'announce']

/**
 * Sets the organisation up and lets some days pass, so that there is something to look at.
 * The clock ends where it began, with nothing pending.
 */
export async function plantDemo({ supervisor, model, say }: Planting): Promise<void> {
  const { place } = supervisor
  const began = performance.now()
  const bootstrap = model.functions.find(({ name }) => name === 'settings-bootstrap')
  if (!bootstrap) throw new Error('The app has no function settings-bootstrap, so no demo can be set up.')
  writeFileSync(markOf(place), JSON.stringify({ demo: 'begun' }))
  const { fault } = await invokerOf(supervisor)(bootstrap, readSetUp())
  if (fault) throw new Error(`The demo could not be set up: ${fault.errorMessage}`)

  const world = worldOf(supervisor)
  const call = actorsAt(place)
  const incidents = new Map<number, string>()

  async function act({ person, chapter, deed, body }: Scene): Promise<void> {
    if (FIRST_SIGHT.includes(deed)) {
      const path = deed === 'report' ? '/incidents' : '/announcements'
      const { answer } = await call(person, 'POST', path, body)
      incidents.set(chapter, answer.id)
      return
    }
    const path = `/incidents/${incidents.get(chapter)}`
    if (deed === 'comment') return void (await call(person, 'POST', `${path}/comments`, body))
    const { etag } = await call(person, 'GET', path)
    const seen = { 'if-match': etag }
    if (deed === 'take') await call(person, 'PATCH', path, { assigneeId: person }, seen)
    else await call(person, 'POST', `${path}/${deed === 'move' ? 'moves' : deed}`, body, seen)
  }

  let isPatient = true
  /** A consumer that fails would hold up every scene: after the first such wait the clock is only set. */
  async function move(target: Target): Promise<void> {
    try {
      if (isPatient) return await advanceClock(world, target)
    } catch (error) {
      if (!(error instanceof StillBusy)) throw error
      isPatient = false
      say(`Demo: ${error.message}. The rest is planted without waiting.`)
    }
    await world.setOffset('instant' in target ? target.instant - world.realNow() : target.offsetMs)
  }

  for (const scene of scenesOf(readStory(), Date.now())) {
    await move({ instant: scene.at })
    await act(scene).catch((error: Error) => say(`Demo: ${error.message}`))
  }
  await move({ offsetMs: 0 })
  writeFileSync(markOf(place), JSON.stringify({ demo: 'done' }))
  say(`Planted the demo in ${((performance.now() - began) / 1000).toFixed(1)} s.`)
}
