import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The demo as it is written down: what was reported when, and what happened to it then. */
interface Chapter {
  hoursAgo: number
  person: string
  report?: object
  announce?: object
  plannedInHours?: number
  lastsHours?: number
  then?: { minutes: number; person: string; do: Deed; with?: object }[]
}

type Deed = 'acknowledge' | 'take' | 'move' | 'comment' | 'escalate'

/** One call of the API at one instant. */
export interface Scene {
  at: number
  person: string
  /** The incident of an earlier scene, by its chapter. */
  chapter: number
  deed: 'report' | 'announce' | Deed
  body: object
}

const HOUR = 3_600_000

function planned({ announce, plannedInHours = 0, lastsHours = 0, hoursAgo }: Chapter, now: number): object {
  if (plannedInHours === 0) return announce ?? {}
  const startsAt = Math.ceil((now - hoursAgo * HOUR + plannedInHours * HOUR) / HOUR) * HOUR
  const endsAt = startsAt + lastsHours * HOUR
  return { ...announce, startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() }
}

/** All calls in the order of their instants, counted back from now. */
export function scenesOf(chapters: Chapter[], now: number): Scene[] {
  const scenes = chapters.flatMap((chapter, index): Scene[] => {
    const at = now - chapter.hoursAgo * HOUR
    const { person, then = [] } = chapter
    const first: Scene = chapter.report
      ? { at, person, chapter: index, deed: 'report', body: chapter.report }
      : { at, person, chapter: index, deed: 'announce', body: planned(chapter, now) }
    const rest = then.map(({ minutes, person, do: deed, with: body = {} }): Scene => {
      return { at: at + minutes * 60_000, person, chapter: index, deed, body }
    })
    return [first, ...rest]
  })
  return scenes.sort((a, b) => a.at - b.at)
}

const read = (file: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'demo', file), 'utf8'))

export const readStory = () => read('story.json') as Chapter[]
export const readSetUp = () => ({ settings: read('settings.json'), people: read('people.json') })
