import { describe, expect, test } from 'vitest'
import type { Api } from '../../portal/lib/api.ts'
import { changeOf, pickedIn } from '../../portal/lib/bulk.ts'
import { deskActions, numberIn } from '../../portal/lib/desk-actions.ts'
import { fieldsOf } from '../../portal/lib/form.ts'

const formOf = (fields: Record<string, string>) => fieldsOf(Object.entries(fields))

/** What an action asks of the API, by the name of the call. */
async function asked(action: string, fields: Record<string, string>) {
  const calls: unknown[][] = []
  const api = new Proxy({} as Api, {
    get:
      (_, name) =>
      (...given: unknown[]) => {
        calls.push([name, ...given])
        return Promise.resolve({})
      },
  })
  await deskActions[action]?.send(api, {
    number: 'INC-000001',
    form: formOf(fields),
    zone: 'UTC',
    isWorker: true,
  })
  return calls
}

describe('numbers of incidents', () => {
  test.each([
    ['12', 'INC-000012'],
    ['#12', 'INC-000012'],
    [' inc-000012 ', 'INC-000012'],
    ['INC-1234567', 'INC-1234567'],
    ['twelve', undefined],
    ['12; 13', undefined],
  ])('%s is %s', (text, number) => {
    expect(numberIn(text)).toBe(number)
  })
})

describe('forms of the desk', () => {
  test('an escalation needs its summary before anybody is asked', () => {
    const check = deskActions.escalate?.check
    expect(check?.(formOf({ escalateTo: 'team_l2' }), { isWorker: true })).toEqual({
      summary: 'side.needSummary',
    })
    expect(check?.(formOf({ escalateTo: 't', summary: 'Tried it twice' }), { isWorker: true })).toEqual({})
  })

  test('handing over sends only what was touched, and nobody as null', async () => {
    const was = { 'was:teamId': 'a', 'was:assigneeId': 'ana', etag: '"v1"' }
    expect(await asked('assign', { ...was, teamId: 'a', assigneeId: '' })).toEqual([
      ['edit', 'INC-000001', { assigneeId: null }, { etag: '"v1"' }],
    ])
    expect(await asked('assign', { ...was, teamId: 'b', assigneeId: 'ana' })).toEqual([
      ['edit', 'INC-000001', { teamId: 'b' }, { etag: '"v1"' }],
    ])
  })

  test('watchers are added once, and let go one by one', async () => {
    const watchers = async (fields: Record<string, string>) => (await asked('watch', fields))[0]?.[2]
    expect(await watchers({ watchers: 'ana ben', add: 'ben' })).toEqual({ watchers: ['ana', 'ben'] })
    expect(await watchers({ watchers: 'ana ben', add: 'chen' })).toEqual({ watchers: ['ana', 'ben', 'chen'] })
    expect(await watchers({ watchers: 'ana ben', remove: 'ana' })).toEqual({ watchers: ['ben'] })
  })
})

describe('a change of many', () => {
  test('knows what was picked, and what it still lacks', () => {
    const form = formOf({
      'pick:INC-000002': 'yes',
      'pick:INC-000001': 'yes',
      notes: 'Done',
      change: 'resolve',
    })
    expect(pickedIn(form)).toEqual(['INC-000002', 'INC-000001'])
    expect(changeOf(form, 'resolve', 'ana').errors).toEqual({ resolutionCode: 'desk.needCode' })
    expect(changeOf(form, 'cancel', 'ana').errors).toEqual({ reason: 'desk.needReason' })
    expect(changeOf(form, 'take', 'ana')).toEqual({ change: { assigneeId: 'ana' }, errors: {} })
    expect(changeOf(form, 'close', 'ana')).toEqual({ change: { to: 'closed' }, errors: {} })
  })
})
