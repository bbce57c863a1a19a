import { type Problem, problem } from '../catalog/problem.ts'
import { after, days, elapsed, type Instant } from '../runtime/instant.ts'
import { Refusal } from '../runtime/refusal.ts'
import { type Matcher, sayWhatIsMeant } from './matcher.ts'

/** Nothing holds alerts back for longer than this, so that nobody forgets it. Days. */
const longest = 90

const lead = {
  en: 'This cannot be done like that. The list says what to change.',
  de: 'So geht das nicht. Die Liste sagt, was zu ändern ist.',
}

/** @throws Refusal `incomplete` when there are problems. */
export function demandNone(problems: readonly Problem[]): void {
  const [first] = problems
  if (!first) return
  const sentence = problems.length === 1 ? first.message : lead
  throw new Refusal('incomplete', sentence, { errors: [...problems] })
}

/** What is wrong with a stretch in which alerts are to be held back. @param path of its end */
export function problemsOfStretch(
  { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant },
  now: Instant,
  path = 'endsAt',
): Problem[] {
  if (endsAt <= now) return [problem(path, 'This end is past.', 'Dieses Ende ist schon vorbei.')]
  if (elapsed(startsAt, endsAt) <= 0)
    return [problem(path, 'The end comes after the beginning.', 'Das Ende kommt nach dem Anfang.')]
  if (endsAt <= after(startsAt, days(longest))) return []
  return [
    problem(
      path,
      `Choose at most ${longest} days. You can prolong it later.`,
      `Wählen Sie höchstens ${longest} Tage. Verlängern können Sie später.`,
    ),
  ]
}

export const problemsOfMatchers = (matchers: readonly Matcher[]): Problem[] =>
  sayWhatIsMeant(matchers)
    ? []
    : [
        problem(
          'matchers',
          'This would hold nearly every alert there is. Say which ones are meant, not only which are not.',
          'Das würde fast jeden Alarm zurückhalten. Sagen Sie, welche gemeint sind, nicht nur, welche nicht.',
        ),
      ]

export const unknownServices = (ids: readonly string[], services: readonly { id: string }[]): Problem[] =>
  unknownIds(ids, services, (index) => `serviceIds.${index}`)

const unknownIds = (
  ids: readonly string[],
  known: readonly { id: string }[],
  pathOf: (index: number) => string,
): Problem[] =>
  ids.flatMap((id, index) =>
    known.some((one) => one.id === id)
      ? []
      : [
          problem(
            pathOf(index),
            `“${id}” does not exist here. Choose one from the list.`,
            `„${id}“ gibt es hier nicht. Wählen Sie einen Eintrag aus der Liste.`,
          ),
        ],
  )

/** What an alert can be for. */
export type Places = { services: readonly { id: string }[]; teams: readonly { id: string }[] }

/** The service and the team that an alert is for must be there. */
export const problemsOfPlace = (
  { serviceId, teamId }: { serviceId?: string; teamId?: string },
  { services, teams }: Places,
): Problem[] => [
  ...(serviceId ? unknownIds([serviceId], services, () => 'serviceId') : []),
  ...(teamId ? unknownIds([teamId], teams, () => 'teamId') : []),
]

export const wrongKey = () =>
  new Refusal('unauthenticated', {
    en: 'This key is missing, wrong or not valid any more. Send the key of this heartbeat.',
    de: 'Dieser Schlüssel fehlt, stimmt nicht oder gilt nicht mehr. Senden Sie den Schlüssel dieses Lebenszeichens.',
  })

export const alreadyOver = () =>
  new Refusal('conflict', {
    en: 'This is over already and holds nothing any more. Make a new one if you need it.',
    de: 'Das ist schon vorbei und hält nichts mehr zurück. Legen Sie bei Bedarf etwas Neues an.',
  })

export const notRunning = () =>
  new Refusal('conflict', {
    en: 'This maintenance is not running now. If it is not to come, delete it.',
    de: 'Diese Wartung läuft gerade nicht. Wenn sie nicht stattfinden soll, löschen Sie sie.',
  })

export const running = () =>
  new Refusal('conflict', {
    en: 'This maintenance is running. End it first.',
    de: 'Diese Wartung läuft gerade. Beenden Sie sie zuerst.',
  })

export const tooManyHeld = (most: number) =>
  new Refusal('conflict', {
    en: `There are ${most} of these already. End one that is not needed any more.`,
    de: `Davon gibt es schon ${most}. Beenden Sie etwas, das nicht mehr gebraucht wird.`,
  })
