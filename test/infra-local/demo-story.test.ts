import { describe, expect, test } from 'vitest'
import { readSetUp, readStory, scenesOf } from '../../infra/local/demo-story.ts'

const now = Date.parse('2026-05-01T10:00:00Z')
const scenes = scenesOf(readStory(), now)

describe('the demo', () => {
  test('happens in order and before now', () => {
    const instants = scenes.map(({ at }) => at)
    expect(instants).toEqual(instants.toSorted((a, b) => a - b))
    expect(Math.max(...instants)).toBeLessThan(now)
  })

  test('has each chapter begin with its report', () => {
    for (const [index] of readStory().entries()) {
      const first = scenes.find(({ chapter }) => chapter === index)
      expect(['report', 'announce']).toContain(first?.deed)
    }
  })

  test('resolves nothing of riley, so that no survey of theirs is recent', () => {
    const resolved = scenes
      .filter(({ body }) => 'to' in body && body.to === 'resolved')
      .map(({ chapter }) => chapter)
    const reporters = resolved.map((chapter) => readStory()[chapter]?.person)
    expect(reporters).not.toContain('riley')
  })

  test('pages nobody in the end: what is urgent is acknowledged within five minutes or worked on', () => {
    const urgent = readStory().flatMap(({ report }, chapter) => {
      const { impact, urgency } = (report ?? {}) as { impact?: string; urgency?: string }
      return `${impact} ${urgency}`.match(/high (high|medium)|medium high/) ? [chapter] : []
    })
    for (const chapter of urgent) {
      expect(scenes.some((scene) => scene.chapter === chapter && scene.deed === 'acknowledge')).toBe(true)
    }
  })

  test('names only people, teams and services that it sets up', () => {
    const { settings, people } = readSetUp() as {
      settings: { services: { id: string }[]; categories: { id: string }[] }
      people: { id: string }[]
    }
    const known = (list: { id: string }[]) => new Set(list.map(({ id }) => id))
    for (const { person, body } of scenes) {
      expect(known(people)).toContain(person)
      if ('serviceId' in body) expect(known(settings.services)).toContain(body.serviceId)
      if ('categoryId' in body) expect(known(settings.categories)).toContain(body.categoryId)
    }
  })
})
