import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { loopback, ports } from '../../infra/local/ports.ts'
import { eventually } from './deadline.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    basePort: number
    dataFolder: string
  }
}

const basePort = Number(process.env.EVENKEEL_TEST_PORT ?? 3500)
/** The data folder of a product that runs at that port already, for whoever tries one test again and again. */
const running = process.env.EVENKEEL_TEST_RUNNING
/** A first start builds the bundles and the portal. */
const START_SECONDS = 240

const tail = (text: string, lines: number) => text.trimEnd().split('\n').slice(-lines).join('\n')

/** What the product said and logged last, for whoever reads a failed run. */
const report = (said: string, dataFolder: string) => {
  const parts = [`--- the product said\n${tail(said, 40)}`]
  const logs = join(dataFolder, 'log')
  try {
    for (const name of readdirSync(logs))
      parts.push(`--- ${name}\n${tail(readFileSync(join(logs, name), 'utf8'), 15)}`)
  } catch {
    parts.push('--- there are no logs')
  }
  process.stderr.write(`${parts.join('\n')}\n`)
}

/** It says its addresses last, when the demo is planted and everything answers. */
const isUp = (product: ChildProcess, said: string) => {
  if (product.exitCode !== null || product.signalCode !== null) return 'ended'
  return said.includes(loopback(ports(basePort).control)) ? 'up' : undefined
}

const stop = async (product: ChildProcess) => {
  if (product.exitCode !== null || product.signalCode !== null) return
  const ended = new Promise<void>((done) => product.once('exit', () => done()))
  product.kill('SIGTERM')
  const force = setTimeout(() => product.kill('SIGKILL'), 20_000)
  await ended
  clearTimeout(force)
}

const show = (project: TestProject, dataFolder: string) => {
  process.env.EVENKEEL_PORT = String(basePort)
  project.provide('basePort', basePort)
  project.provide('dataFolder', dataFolder)
}

/** Starts the whole product with fresh demo data for the tests that need it, and stops it after them. */
export const setup = async (project: TestProject) => {
  if (running) return show(project, running)
  const dataFolder = mkdtempSync(join(tmpdir(), 'evenkeel-system-'))
  const environment = { EVENKEEL_PORT: String(basePort), EVENKEEL_DATA: dataFolder, EVENKEEL_FRESH: '1' }
  const product = spawn(process.execPath, [resolve('infra/local/start.ts')], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [product.stdout, product.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-100_000)
    })
  const finish = async () => {
    await stop(product)
    rmSync(dataFolder, { recursive: true, force: true })
  }
  try {
    const state = await eventually(() => isUp(product, said), {
      seconds: START_SECONDS,
      what: 'the product to start',
    })
    if (state === 'ended') throw new Error('The product ended while it started.')
  } catch (error) {
    report(said, dataFolder)
    await finish()
    throw error
  }
  show(project, dataFolder)
  return async () => {
    if (project.vitest.state.getCountOfFailedTests() > 0) report(said, dataFolder)
    await finish()
  }
}
