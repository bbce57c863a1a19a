import { describe, expect, test } from 'vitest'
import type { Life } from '../../../functions/imports/life.ts'
import { replay } from '../../../functions/imports/replay.ts'
import { verify } from '../../../functions/incidents/timeline.ts'
import { followers, wakes } from '../../../functions/runtime/reactions.ts'
import { lives, people, settings, until } from './history.ts'

const around = { source: 'demo', now: until, settings, followers, wakes }
const known = new Map(people.map((person) => [person.id, person]))
const replayed = (life: Life, place = 0) =>
  replay(life, { ...around, id: `INC-${String(place + 1).padStart(6, '0')}`, people: known })

const past = lives(600).map((life, place) => ({ life, ...replayed(life, place) }))

describe('a past that was lived again', () => {
  test('has chains that verify, on both sides', () => {
    for (const { incident, entries } of past) {
      for (const side of ['public', 'internal'] as const) {
        const mine = entries.filter(({ visibility }) => visibility === side)
        expect(verify(incident, side, mine)).toEqual({ intact: true })
      }
    }
  })

  test('has entries in the order of their instants, none after its end', () => {
    for (const { entries } of past) {
      const instants = entries.map(({ at }) => at)
      expect(instants).toEqual([...instants].sort())
      expect(instants.every((at) => at <= until)).toBe(true)
    }
  })

  test('has no timer that is due already', () => {
    const due = past.flatMap(({ incident }) => Object.values(incident.timers)).filter((at) => at <= until)
    expect(due).toEqual([])
  })

  test('ends in the state that was told, closed a week after the resolution', () => {
    const told = past.map(({ life }) => life.deeds.findLast((deed) => deed.do === 'move'))
    const weekAgo = new Date(Date.parse(until) - 7 * 86_400_000).toISOString()
    past.forEach(({ incident }, place) => {
      const last = told[place]
      if (last?.do !== 'move' || last.with.to !== 'resolved') return
      expect(incident.state).toBe(last.at <= weekAgo ? 'closed' : 'resolved')
    })
    expect(past.filter(({ incident }) => incident.state === 'closed').length).toBeGreaterThan(500)
  })

  test('keeps who rated, and how', () => {
    const rated = past.filter(({ life }) => life.deeds.some((deed) => deed.do === 'rate'))
    expect(rated.length).toBeGreaterThan(150)
    for (const { survey, life } of rated) {
      const deed = life.deeds.find((one) => one.do === 'rate')
      expect(survey?.rating).toBe(deed?.do === 'rate' && deed.with.rating)
    }
  })

  test('says where it comes from, as its last entry', () => {
    for (const { entries, life } of past) {
      expect(entries.at(-1)).toMatchObject({
        type: 'incident.imported',
        visibility: 'internal',
        after: { source: 'demo', externalId: life.externalId },
      })
    }
  })

  test('pages nobody', () => {
    const types = new Set(past.flatMap(({ entries }) => entries.map(({ type }) => type)))
    expect(types).not.toContain('escalation.step')
    expect(types).toContain('escalation.level')
  })

  test('does not begin with somebody whom nobody knows', () => {
    const [life] = lives(1)
    expect(() => replayed({ ...(life as Life), requesterId: 'nobody' })).toThrow('nobody')
  })
})
