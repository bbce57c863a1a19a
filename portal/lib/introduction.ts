import type { Api } from './api.ts'
import type { Person } from './contract.ts'
import { Problem } from './problem.ts'

type Met = { person: Person } | { problem: Problem }

/**
 * The product learns who signed in. Who is known from before comes in although the provider's word is refused;
 * who is not, would be refused everywhere.
 */
export async function introduce(
  api: Pick<Api, 'introduce' | 'me'>,
  idToken: string,
  log: (line: object) => void,
): Promise<Met> {
  try {
    return { person: (await api.introduce({ idToken })).body }
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    const known = await api.me().catch(() => undefined)
    const { status, code } = problem.document
    log(
      known
        ? { level: 'warn', message: 'Nothing new was learned of a person who signed in', status, code }
        : { level: 'error', message: 'A person who signed in stays unknown', status, code },
    )
    return known ? { person: known.body } : { problem }
  }
}
