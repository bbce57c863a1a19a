import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loopback, ports } from '../../infra/local/ports.ts'
import { eventually } from '../support/deadline.ts'

const basePort = Number(process.env.EVENKEEL_TEST_PORT ?? 3500)
const at = ports(basePort)
const problem = { title: 'Mail does not arrive', description: 'Since nine.', impact: 'high', urgency: 'high' }

async function reportIncident(): Promise<string | undefined> {
  const signal = AbortSignal.timeout(5000)
  const answer = await fetch(`${loopback(at.control)}/token/riley?expiresInSeconds=3600`, { signal })
  const { token } = (await answer.json()) as { token: string }
  const reported = await fetch(`${loopback(at.api)}/v1/incidents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(problem),
    signal,
  })
  return reported.status === 201 ? ((await reported.json()) as { id: string }).id : undefined
}

const isStopped = () =>
  fetch(`${loopback(at.control)}/clock`, { signal: AbortSignal.timeout(2000) }).then(
    () => false,
    () => true,
  )

/**
 * `npm start` as a person types it, on a data folder of its own, until the first report is stored.
 * The caller stops it. @throws Error when no report is stored within `seconds`.
 */
export async function startProduct({ seconds, data }: { seconds: number; data: string }) {
  const began = performance.now()
  const product = spawn('npm', ['start'], {
    env: { ...process.env, EVENKEEL_PORT: String(basePort), EVENKEEL_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let said = ''
  for (const stream of [product.stdout, product.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2000)
    })
  }
  const ended = new Promise<void>((done) => product.once('exit', () => done()))
  const stop = async () => {
    if (product.exitCode === null && product.pid) process.kill(-product.pid, 'SIGTERM')
    await ended
    // npm may be gone before what it started is.
    await eventually(isStopped, { seconds: 30, what: 'the product to stop' })
  }
  const up = () =>
    eventually(() => said.includes(loopback(at.control)), { seconds: 120, what: 'all of the product' })
  const attempt = async () => (product.exitCode === null ? await reportIncident() : 'ended')
  try {
    const incident = await eventually(attempt, { seconds, what: 'the first reported incident' })
    if (incident === 'ended') throw new Error(`The product ended while it started: ${said.trim()}`)
    return { incident, secondsToFirstReport: (performance.now() - began) / 1000, up, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

export const dataFolder = () => mkdtempSync(join(tmpdir(), 'evenkeel-bench-'))
export const removeFolder = (folder: string) => rmSync(folder, { recursive: true, force: true })
