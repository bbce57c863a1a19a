import type { Draft } from '../components/field.tsx'
import { Problem } from './problem.ts'
import type { Ui } from './visit.ts'

const shownAgain = [400, 409, 412, 422] as const
type Status = (typeof shownAgain)[number]

/**
 * A refusal beside the inputs that it is about.
 * @param field the input for a path of the API
 * @throws what no form can show
 */
export function refusedDraft(
  error: unknown,
  { t }: Ui,
  field: (path: string) => string = (path) => path,
): { status: Status; draft: Draft } {
  const status = error instanceof Problem && shownAgain.find((known) => known === error.status)
  if (!(error instanceof Problem) || !status) throw error
  const { errors = [], detail } = error.document
  return {
    status,
    draft: {
      values: {},
      errors: Object.fromEntries(errors.map(({ path, message }) => [field(path), message])),
      sentence: errors.length > 0 ? undefined : status === 412 ? t('setUp.changedMeanwhile') : detail,
    },
  }
}

/**
 * The version that a form which comes back is sent with: what its writer saw, unless they were told that it is
 * not the newest.
 */
export const etagAgain = (status: number, { seen, newest }: { seen: string; newest: string }): string =>
  status === 412 ? newest : seen
