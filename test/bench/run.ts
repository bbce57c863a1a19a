import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bundleFunctions } from '../../infra/bundle.ts'
import { noted } from './figures.ts'
import { describeFindings, type Findings } from './report.ts'
import { dataFolder, removeFolder, startProduct } from './running-product.ts'
import { scriptWeights } from './script-weight.ts'

const root = resolve(import.meta.dirname, '../..')
const reportFile = join(root, 'build/bench.json')
const scale = process.env.SCALE ?? 'full'
const findings: Findings = { scale, unmeasured: {} }

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** One figure after the other: they measure, so each has the machine to itself. What fails is said, never guessed. */
async function measure(name: string, run: () => Promise<void>): Promise<void> {
  process.stderr.write(`${name} …\n`)
  try {
    await run()
  } catch (error) {
    findings.unmeasured[name] = reasonOf(error)
  }
}

async function runTests(...command: string[]): Promise<void> {
  await new Promise<void>((done) => {
    const child = spawn('vitest', command, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, SCALE: scale },
    })
    child.once('error', () => done())
    child.once('exit', () => done())
  })
}

async function countOverTable(): Promise<void> {
  rmSync(join(root, 'build/figures'), { recursive: true, force: true })
  await runTests('run', '--project', 'table', 'test/bench', '--reporter=dot')
  findings.operations = noted('operations')
  findings.pages = noted('pages')
  findings.searches = noted('search')
  findings.sweeper = noted('sweeper')
  findings.alerts = noted('alerts')
  if (!findings.operations || !findings.pages)
    throw new Error('The counting tests left no figures; run them by hand.')
}

async function killOverTimers(): Promise<void> {
  await runTests('run', '--project', 'load', '--reporter=dot')
  findings.timers = noted('timers')
  findings.storm = noted('storm')
  if (!findings.timers) throw new Error('The load tests left no figures; run them by hand.')
}

async function startAndWeigh(): Promise<void> {
  const data = dataFolder()
  try {
    // The first start builds what is not built yet and plants the demo; the second is the one that counts.
    const first = await startProduct({ seconds: 300, data })
    await first.up()
    await first.stop()
    const { incident, secondsToFirstReport, up, stop } = await startProduct({ seconds: 120, data })
    findings.secondsToFirstReport = secondsToFirstReport
    await up()
    await measure('script of the pages', async () => {
      findings.scripts = await scriptWeights(incident)
    })
    await stop()
  } finally {
    removeFolder(data)
  }
}

await measure('round trips, units and items', countOverTable)
await measure('bundles', async () => {
  findings.bundles = (await bundleFunctions()).sizes
})
await measure('start', startAndWeigh)
await measure('timers under load', killOverTimers)

mkdirSync(join(root, 'build'), { recursive: true })
writeFileSync(reportFile, `${JSON.stringify(findings, null, 2)}\n`)
process.stdout.write(`${describeFindings(findings)}\n\nWritten to build/bench.json\n`)
process.exitCode = Object.keys(findings.unmeasured).length > 0 ? 1 : 0
