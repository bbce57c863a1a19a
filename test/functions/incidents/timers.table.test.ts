import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { openDue } from '../../../functions/clock/due.ts'
import { operations } from '../../../functions/incidents/api.ts'
import { after, minutes } from '../../../functions/runtime/instant.ts'
import { type Api, openApi, type Visitor } from '../../support/api.ts'
import { startAwsEndpoint, takesAll } from '../../support/aws-endpoint.ts'
import { createTable } from '../../support/table.ts'
import { problem } from '../../support/table-api.ts'

const start = '2026-11-23T09:00:00.000Z'
const at = (minute: number) => after(start, minutes(minute))
const setClock = (instant: string) => vi.setSystemTime(new Date(instant))

let api: Api
let riley: Visitor
let ana: Visitor
let aws: Awaited<ReturnType<typeof startAwsEndpoint>>
let sweep: () => Promise<{ armed: number; woken: number; nextDueAt: string | null }>
let wake: (knock: unknown) => Promise<unknown>

beforeAll(async () => {
  const { name, client } = await createTable()
  client.destroy()
  aws = await startAwsEndpoint()
  aws.answer({ SendMessageBatch: takesAll, StartExecution: () => ({ executionArn: 'arn', startDate: 1 }) })
  Object.assign(process.env, aws.environment, {
    TABLE_NAME: name,
    AWS_ENDPOINT_URL_DYNAMODB: inject('tableEndpoint'),
    STATE_MACHINE_ARN: 'arn:aws:states:eu-central-1:000000000000:stateMachine:clock',
    WAKE_QUEUE_URL: `${aws.endpoint}/000000000000/wake`,
  })
  vi.useFakeTimers({ toFake: ['Date'] })
  setClock(start)
  api = await openApi(operations, { name, endpoint: inject('tableEndpoint') })
  ;[riley, ana] = await Promise.all([
    api.as('riley', { expiresInSeconds: 1e6 }),
    api.as('ana', { expiresInSeconds: 1e6 }),
  ])
  const [sweeping, waking] = await Promise.all([
    import('../../../functions/clock/sweep.task.ts'),
    import('../../../functions/clock/wake.task.ts'),
  ])
  const context = { getRemainingTimeInMillis: () => 10_000 } as never
  sweep = () => sweeping.handler({}, context)
  wake = (knock) => waking.handler(knock as never, context)
})
afterAll(async () => {
  vi.useRealTimers()
  await api.stop()
  await aws.stop()
})

const reported = async () => (await riley.post('/incidents', problem)).body.id
const steps = async (id: string) =>
  (await ana.get(`/incidents/${id}/timeline`)).body.items.filter(({ type }) => type === 'escalation.step')
const finish = async (id: string) => {
  const { etag } = await riley.get(`/incidents/${id}`)
  await riley.post(`/incidents/${id}/moves`, { to: 'canceled' }, { 'if-match': etag })
}

describe('the due index', () => {
  test('holds an incident while a timer runs, under its generation', async () => {
    setClock(start)
    const due = openDue(api.services.table)
    const id = await reported()
    const wakes = await due.between(at(0), at(10))
    expect(wakes).toEqual([{ subjectId: id, generation: 1, kind: 'escalation', dueAt: at(5) }])
    expect(await due.overdue(at(4))).toEqual({ wakes: [], nextDueAt: at(5) })
    expect(await due.overdue(at(5))).toMatchObject({ wakes: [{ subjectId: id }] })
    await finish(id)
    expect(await due.overdue(at(60))).toEqual({ wakes: [], nextDueAt: undefined })
  })

  test('finds everything that is overdue, also more than one look takes in', async () => {
    setClock(start)
    const ids = await Promise.all(Array.from({ length: 120 }, reported))
    const { wakes, nextDueAt } = await openDue(api.services.table).overdue(at(5))
    expect(ids.filter((id) => id === undefined)).toEqual([])
    expect(wakes.map(({ subjectId }) => subjectId).sort()).toEqual(ids.sort())
    expect(nextDueAt).toBeUndefined()
    await Promise.all(ids.map(finish))
  })
})

describe('the sweeper', () => {
  test('puts what is overdue on the wake queue and says what comes next', async () => {
    setClock(start)
    const first = await reported()
    setClock(at(2))
    const second = await reported()
    setClock(at(6))
    expect(await sweep()).toEqual({ armed: 0, woken: 1, nextDueAt: at(7) })
    const [batch] = aws.take('SendMessageBatch') as { Entries: { MessageBody: string }[] }[]
    const knocks = batch?.Entries.map(({ MessageBody }) => JSON.parse(MessageBody))
    expect(knocks).toEqual([{ subjectId: first, generation: 1, kind: 'escalation', dueAt: at(5) }])
    await Promise.all([first, second].map(finish))
  })

  test('asks for nothing when nothing is due', async () => {
    expect(await sweep()).toEqual({ armed: 0, woken: 0, nextDueAt: null })
    expect(aws.take('SendMessageBatch')).toEqual([])
  })

  test('fails when the queue did not take a wake, so that its alarm can ring', async () => {
    setClock(start)
    const id = await reported()
    setClock(at(6))
    aws.answer({
      SendMessageBatch: () => ({ Successful: [], Failed: [{ Id: '0', Code: 'x', SenderFault: false }] }),
    })
    await expect(sweep()).rejects.toThrow('did not take 1')
    aws.answer({ SendMessageBatch: takesAll, StartExecution: () => ({ executionArn: 'arn', startDate: 1 }) })
    aws.take('SendMessageBatch')
    await finish(id)
  })

  test('arms a page as it enters the hour, once under its name, however often it is asked', async () => {
    setClock(start)
    const id = await reported()
    setClock(at(5 - 60 + 1))
    aws.answer({ SendMessageBatch: takesAll, StartExecution: () => ({ error: 'ExecutionAlreadyExists' }) })
    expect(await sweep()).toMatchObject({ armed: 1, woken: 0 })
    const [execution] = aws.take('StartExecution')
    expect(execution).toMatchObject({ name: `${id.toLowerCase()}-g1` })
    expect(JSON.parse(String(execution?.input))).toEqual({
      subjectId: id,
      generation: 1,
      kind: 'escalation',
      dueAt: at(5),
    })
    await finish(id)
  })
})

describe('a wake', () => {
  test('sends the step that is due, once, however often and late it comes', async () => {
    setClock(start)
    const id = await reported()
    setClock(at(5))
    await wake({ subjectId: id, generation: 1 })
    await Promise.all([wake({ subjectId: id, generation: 1 }), wake({ subjectId: id, generation: 1 })])
    expect((await steps(id)).map(({ after }) => after)).toMatchObject([{ step: 1, recipients: ['ana'] }])
    await finish(id)
  })

  test('sends nothing before its time and nothing after an acknowledgement', async () => {
    setClock(start)
    const id = await reported()
    setClock(at(4))
    await wake({ subjectId: id, generation: 1 })
    const { etag } = await ana.get(`/incidents/${id}`)
    await ana.post(`/incidents/${id}/acknowledge`, undefined, { 'if-match': etag })
    setClock(at(6))
    await wake({ subjectId: id, generation: 1 })
    expect(await steps(id)).toEqual([])
    await finish(id)
  })

  test('after three hours of standstill sends one catch-up', async () => {
    setClock(start)
    const id = await reported()
    setClock(at(185))
    await wake({ subjectId: id, generation: 1 })
    const sent = await steps(id)
    expect(sent.map(({ after }) => after)).toMatchObject([{ step: 3, catchUp: true, foldedSteps: [1, 2, 3] }])
    await finish(id)
  })

  test('of an incident that is not there is a fault, so that it comes again', async () => {
    await expect(wake({ subjectId: 'INC-888888', generation: 1 })).rejects.toThrow('There is no INC-888888')
    const records = [{ messageId: 'm1', body: JSON.stringify({ subjectId: 'INC-888888', generation: 1 }) }]
    expect(await wake({ Records: records })).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] })
  })

  test('asks for a rating an hour after the resolution, and not when nobody helped', async () => {
    for (const [code, asked] of [
      ['fixed', ['survey.requested']],
      ['self_solved', []],
    ] as const) {
      setClock(start)
      const id = await reported()
      const { etag } = await ana.get(`/incidents/${id}`)
      const resolution = { to: 'resolved', resolutionCode: code, notes: 'Done.' }
      await ana.post(`/incidents/${id}/moves`, resolution, { 'if-match': etag })
      setClock(at(60))
      await wake({ subjectId: id, generation: 0 })
      const { items } = (await ana.get(`/incidents/${id}/timeline`)).body
      expect(items.map(({ type }) => type).filter((type) => type.startsWith('survey.'))).toEqual(asked)
    }
  })
})
