import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { ShiftedClock } from '../../infra/local/clock.ts'
import { createHost, type Host } from '../../infra/local/host.ts'

const folder = mkdtempSync(join(tmpdir(), 'host-'))
const clock = new ShiftedClock()
let host: Host
let lines: string[] = []

function hostOf(source: string, { timeoutSeconds = 5, instances = 1 } = {}): Host {
  const bundle = join(folder, `${Math.random().toString(36).slice(2)}.mjs`)
  writeFileSync(bundle, source)
  lines = []
  host = createHost({
    functions: [
      {
        name: 'f',
        arn: 'arn:f',
        bundle,
        handler: 'handler',
        environment: {},
        timeoutSeconds,
        memoryMb: 128,
        isHttp: true,
      },
    ],
    clock,
    environmentOf: () => ({ TABLE_NAME: 'data' }),
    log: (_name, line) => lines.push(line),
    maximumInstances: () => instances,
  })
  return host
}

afterEach(() => host.stop())
afterAll(() => rmSync(folder, { recursive: true }))

describe('a function', () => {
  test('gets its event and a context, and only its own environment', async () => {
    hostOf(`export const handler = async (event, context) => ({
      event, env: Object.keys(process.env), name: context.functionName, left: context.getRemainingTimeInMillis() > 0 })`)
    const { payload } = await host.invoke('f', { a: 1 })
    expect(payload).toEqual({ event: { a: 1 }, env: ['TABLE_NAME'], name: 'f', left: true })
  })

  test('sees the shifted clock in new Date() and Date.now(), while parsing stays as it is', async () => {
    hostOf(`export const handler = async () => ({
      now: Date.now(), date: new Date().getTime(), parsed: new Date('2026-05-01T10:00:00Z').toISOString(),
      isDate: new Date() instanceof Date, same: new Date(0).constructor === Date })`)
    clock.offsetMs = 0
    await host.invoke('f', {})
    clock.offsetMs = 3 * 3_600_000
    const { payload } = await host.invoke('f', {})
    const answer = payload as { now: number; date: number }
    expect(answer).toMatchObject({ parsed: '2026-05-01T10:00:00.000Z', isDate: true, same: true })
    expect(Math.abs(answer.now - Date.now() - 3 * 3_600_000)).toBeLessThan(1000)
    expect(Math.abs(answer.date - answer.now)).toBeLessThan(100)
    clock.offsetMs = 0
  })

  test('that throws answers a fault with the name of its error', async () => {
    hostOf(`export const handler = async () => { throw new RangeError('too far') }`)
    expect((await host.invoke('f', {})).fault).toMatchObject({
      errorType: 'RangeError',
      errorMessage: 'too far',
    })
  })

  test('that takes too long is ended, and the next invocation gets a new instance', async () => {
    hostOf(
      'export const handler = async ({ wait }) => { if (wait) await new Promise(() => setInterval(() => {}, 9)); return 1 }',
      {
        timeoutSeconds: 0.3,
      },
    )
    expect((await host.invoke('f', { wait: true })).fault?.errorType).toBe('Sandbox.Timedout')
    expect((await host.invoke('f', {})).payload).toBe(1)
  })

  test('that ends its process is a fault, and not the end of the host', async () => {
    hostOf('export const handler = async ({ end }) => { if (end) process.exit(3); return 1 }')
    expect((await host.invoke('f', { end: true })).fault?.errorType).toBe('Runtime.ExitError')
    expect((await host.invoke('f', {})).payload).toBe(1)
  })

  test('runs one invocation at a time in each instance, several in several', async () => {
    const source = `const id = Math.random(); let busy = false
      export const handler = async () => {
        if (busy) throw new Error('two at once')
        busy = true
        await new Promise(setImmediate)
        busy = false
        return id
      }`
    hostOf(source, { instances: 2 })
    const answers = await Promise.all([1, 2, 3, 4].map(() => host.invoke('f', {})))
    expect(answers.filter(({ fault }) => fault)).toEqual([])
    expect(new Set(answers.map(({ payload }) => payload)).size).toBe(2)
    expect(host.activity).toMatchObject({ running: [], ended: 4 })
  })

  test('runs its new code after it was replaced', async () => {
    hostOf('let n = 0; export const handler = async () => ++n')
    await host.invoke('f', {})
    host.replace()
    expect((await host.invoke('f', {})).payload).toBe(1)
  })

  test('has its output captured by line', async () => {
    hostOf(`export const handler = async () => { console.log('{"level":"INFO"}') }`)
    await host.invoke('f', {})
    await expect.poll(() => lines).toEqual(['{"level":"INFO"}'])
  })
})
