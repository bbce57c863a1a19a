import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countResults, type JsonResults } from './results.ts'

const scale = process.env.SCALE ?? 'small'
const environment = { ...process.env, SCALE: scale }

const checks: [string, string[]][] = [
  ['bundles', ['node', 'infra/bundle.ts']],
  ['format and lint', ['biome', 'ci', '.']],
  ['types', ['tsc', '--noEmit']],
  ['types of the portal', ['tsc', '--noEmit', '-p', 'portal']],
  ['dead code', ['knip']],
]

/** One after the other: the system's tests measure, so they have the machine to themselves. */
const projects = ['fast', 'table', 'system', ...(scale === 'full' ? ['load'] : [])]

const run = ([command = '', ...args]: string[]) =>
  new Promise<number>((done) => {
    const child = spawn(command, args, { stdio: 'inherit', env: environment })
    child.once('error', () => done(1))
    child.once('exit', (code) => done(code ?? 1))
  })

const readResults = (file: string): JsonResults | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

const runProject = async (project: string, folder: string) => {
  const file = join(folder, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await run(['vitest', 'run', '--project', project, '--passWithNoTests', ...reporters])
  return countResults(readResults(file), code)
}

console.log(`Scale: ${scale}`)
const folder = mkdtempSync(join(tmpdir(), 'evenkeel-results-'))
let [passed, failed] = [0, 0]
for (const [name, command] of checks) {
  const code = await run(command)
  console.log(`${code === 0 ? 'passed' : 'FAILED'}: ${name}`)
  if (code === 0) passed += 1
  else failed += 1
}
for (const project of projects) {
  const counts = await runProject(project, folder)
  passed += counts.passed
  failed += counts.failed
}
rmSync(folder, { recursive: true, force: true })
console.log(`Scale: ${scale}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
