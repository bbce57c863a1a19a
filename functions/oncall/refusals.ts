import type { Problem } from '../catalog/problem.ts'
import { Refusal } from '../runtime/refusal.ts'

const lead = {
  en: 'This cannot be done like that. The list says what to change.',
  de: 'So geht das nicht. Die Liste sagt, was zu ändern ist.',
}

export function refused(problems: readonly Problem[]): Refusal {
  const [first] = problems
  const sentence = problems.length === 1 && first ? first.message : lead
  return new Refusal('incomplete', sentence, { errors: [...problems] })
}

/** @throws Refusal `incomplete` when there are problems. */
export function demandNone(problems: readonly Problem[]): void {
  if (problems.length > 0) throw refused(problems)
}

export const tooMany = () =>
  new Refusal('incomplete', {
    en: 'That is more than can be shown at once. Choose fewer days.',
    de: 'Das ist mehr, als auf einmal gezeigt werden kann. Wählen Sie weniger Tage.',
  })

export const tooManyFeeds = () =>
  new Refusal('conflict', {
    en: 'You have many calendar addresses already. Revoke one that you do not use.',
    de: 'Sie haben schon viele Kalenderadressen. Widerrufen Sie eine, die Sie nicht brauchen.',
  })
