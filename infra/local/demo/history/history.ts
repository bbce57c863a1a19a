import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { arrivalsOf, DAY } from './arrivals.ts'
import { shares, type Template, templates } from './catalogue.ts'
import type { HistoricIncident } from './deed.ts'
import { weighed } from './degrees.ts'
import { answersOf } from './fields.ts'
import { lifeOf } from './life.ts'
import { populationOf, type Resident } from './population.ts'
import { type Random, randomOf } from './random.ts'
import { wordsOf } from './words.ts'

/** So many may still be open at its end: queues are for people. */
const mostOpen = 60
const populationSize = 150
/** Where a history ends that nobody asked for at a certain instant: a Monday at noon. */
const someMonday = '2026-03-02T12:00:00.000Z'

type SetUp = { id: string }[]
const read = (file: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', file), 'utf8'))

/** @throws Error naming what the demo's set-up does not have (any more). */
function demandKnown(all: readonly Template[]): void {
  const { categories, services, teams } = read('settings.json') as Record<string, SetUp>
  const known = new Set([categories, services, teams].flatMap((part) => (part ?? []).map(({ id }) => id)))
  const named = all.flatMap(({ topId, categoryId, serviceId = topId }) => [topId, categoryId, serviceId])
  const unknown = [...new Set(named)].filter((id) => !known.has(id))
  if (unknown.length > 0) {
    throw new Error(`settings.json of the demo has no ${unknown.join(', ')}, which its history names.`)
  }
}

/** The demo's own requesters, who report as others do. */
const demoPeople = () =>
  (read('people.json') as Resident[]).filter(({ id }) => ['riley', 'sam', 'noor'].includes(id))

/** Some report often, most seldom. */
const residentsOf = (seed: number) =>
  [...demoPeople(), ...populationOf(seed, populationSize)].map(
    (one, place) => [one, 1 / (4 + place)] as const,
  )

/** The people who report in a history and are not in the demo already. */
export const peopleOf = (seed: number): Resident[] => populationOf(seed, populationSize)

/**
 * The past of the demo organisations: the same seed, count and end always give the same incidents, in the order in
 * which they were reported; with another end, the same incidents at other instants. At most 60 of them are still open.
 * @param until where it ends, ISO 8601 UTC.
 * @throws Error when the demo's set-up lacks a category or service that it names.
 */
export function historyOf(seed: number, count: number, until = someMonday): HistoricIncident[] {
  demandKnown(templates)
  const end = Date.parse(until)
  const residents = residentsOf(seed)
  let open = 0
  return arrivalsOf(seed, count, end)
    .map(({ at, families }, index) => {
      const one = (arrivedAt: number) => incidentOf({ seed, index, at: arrivedAt, end, families, residents })
      const first = one(at)
      if (!isOpen(first)) return first
      if (open < mostOpen) {
        open += 1
        return first
      }
      return one(at - 28 * DAY)
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}

const isOpen = ({ deeds }: HistoricIncident): boolean => {
  const last = deeds.findLast(({ with: { to } }) => to !== undefined)
  return !['resolved', 'closed', 'canceled'].includes(String(last?.with.to))
}

type Place = {
  seed: number
  index: number
  at: number
  end: number
  families: readonly string[] | undefined
  residents: readonly (readonly [Resident, number])[]
}

function incidentOf({ seed, index, at, end, families, residents }: Place): HistoricIncident {
  const random = randomOf(seed, 'incident', index)
  const requester = random.weighted(residents)
  const template = templateFor(requester.locale, families, random)
  const words = wordsOf(template, requester.name, random)
  const calm = end - at < 6 * DAY
  const degrees = weighed(random, { wide: template.wide, calm: calm && !families })
  const categoryId = random.chance(0.03) ? random.one(templates).categoryId : template.categoryId
  const stated = statedCategory(categoryId, template, random)
  const answers = answersOf(stated, random)
  const service = template.serviceId && random.chance(0.8) ? { serviceId: template.serviceId } : {}
  const deeds = lifeOf(
    {
      template,
      weighed: degrees,
      at,
      requesterId: requester.id,
      correction: stated === categoryId ? {} : { categoryId },
    },
    randomOf(seed, 'life', index),
  )
  return {
    externalId: `${seed}-${String(index + 1).padStart(5, '0')}`,
    template: template.template,
    heldOut: template.heldOut,
    trueCategoryId: template.categoryId,
    language: template.language,
    requester,
    ...(random.chance(0.08) && { reportedBy: 'ana' }),
    at: new Date(at).toISOString(),
    report: {
      ...words,
      ...{ impact: degrees.impact, urgency: degrees.urgency },
      ...(stated && { categoryId: stated }),
      ...service,
      fields: answers,
    },
    categoryId,
    deeds: deeds.filter((deed) => Date.parse(deed.at) < end),
  }
}

function templateFor(
  language: 'en' | 'de',
  families: readonly string[] | undefined,
  random: Random,
): Template {
  const mine = templates.filter((one) => one.language === language)
  const told = families && mine.filter(({ id }) => families.includes(id))
  if (told && told.length > 0) return random.one(told)
  const topId = random.weighted(Object.entries(shares))
  return random.weighted(
    mine.filter((one) => one.topId === topId).map((one) => [one, one.weight ?? 1] as const),
  )
}

/** Most choose well, some only the broad category, some nothing, and some the wrong one. */
function statedCategory(recorded: string, { topId }: Template, random: Random): string | undefined {
  return random.weighted([
    [recorded, 58],
    [topId, 12],
    [undefined, 22],
    [random.one(templates).topId, 8],
  ])
}
