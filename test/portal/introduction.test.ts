import { describe, expect, test } from 'vitest'
import type { Person } from '../../portal/lib/contract.ts'
import { introduce } from '../../portal/lib/introduction.ts'
import { Problem } from '../../portal/lib/problem.ts'

const person = { id: 'riley', name: 'Riley', locale: 'de' } as Person
const answer = { body: person, now: new Date(0) }
const incomplete = new Problem({
  status: 422,
  code: 'incomplete',
  title: 'Incomplete',
  detail: 'Your sign-in tells us no mail address.',
})
const refusing = (problem: Error) => async () => {
  throw problem
}

describe('introducing who signed in', () => {
  test('answers the person and logs nothing', async () => {
    const lines: object[] = []
    const api = { introduce: async () => answer, me: async () => answer }
    expect(await introduce(api, 'id.token', (line) => lines.push(line))).toEqual({ person })
    expect(lines).toEqual([])
  })

  test('answers why somebody stays unknown, and logs it without a word about them', async () => {
    const lines: object[] = []
    const api = { introduce: refusing(incomplete), me: refusing(new Error('forbidden')) }
    expect(await introduce(api, 'id.token', (line) => lines.push(line))).toEqual({ problem: incomplete })
    expect(lines).toEqual([
      { level: 'error', message: 'A person who signed in stays unknown', status: 422, code: 'incomplete' },
    ])
  })

  test('lets in who is known from before, and logs that nothing new was learned', async () => {
    const lines: object[] = []
    const api = { introduce: refusing(incomplete), me: async () => answer }
    expect(await introduce(api, 'id.token', (line) => lines.push(line))).toEqual({ person })
    expect(lines).toMatchObject([{ level: 'warn', status: 422 }])
  })

  test('leaves faults of our own to whoever called', async () => {
    const api = { introduce: refusing(new TypeError('ours')), me: async () => answer }
    await expect(introduce(api, 'id.token', () => {})).rejects.toThrow('ours')
  })
})
