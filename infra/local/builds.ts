import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './build-lock.ts'
import { ROOT } from './place.ts'

interface Build {
  name: string
  /** What the result depends on. */
  sources: string[]
  exclude?: (path: string) => boolean
  /** A file that must be there for an earlier result to count. */
  result: string
  command: string[]
  environment?: Record<string, string>
}

const nextCli = 'node_modules/next/dist/bin/next'

const bundles: Build = {
  name: 'functions',
  sources: ['functions/**/*.{ts,json}', 'infra/bundle.ts', 'package-lock.json'],
  result: 'build/functions.hash',
  command: ['infra/bundle.ts'],
}

const assembly: Build = {
  name: 'assembly',
  sources: [...bundles.sources, 'infra/*.ts', 'infra/stacks/**/*.ts', 'infra/constructs/**/*.ts'],
  result: 'build/cdk.local/manifest.json',
  command: ['infra/app.ts', 'local'],
  environment: { CDK_OUTDIR: join(ROOT, 'build/cdk.local') },
}

const portal: Build = {
  name: 'portal',
  sources: ['portal/**/*.{ts,tsx,json,css,svg,png,ico,mjs,woff2}', 'package-lock.json'],
  exclude: (path) => /(^|\/)(\.next|\.open-next|node_modules)(\/|$)/.test(path),
  result: 'portal/.next/BUILD_ID',
  command: [nextCli, 'build', 'portal'],
  environment: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
}

function hashOf({ sources, exclude, command }: Build): string {
  const hash = createHash('sha256').update(command.join(' '))
  const files = globSync(sources, { cwd: ROOT, exclude: exclude ?? (() => false) })
  for (const file of files.sort()) {
    if (!/next-env\.d\.ts$/.test(file)) hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)))
  }
  return hash.digest('hex')
}

const stampOf = ({ name }: Build) => join(ROOT, 'build/stamps', name)

function isFresh(build: Build, hash: string): boolean {
  const stamp = stampOf(build)
  return existsSync(join(ROOT, build.result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
}

async function run({ name, command, environment }: Build): Promise<void> {
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk))
  const { promise, resolve, reject } = Promise.withResolvers<number | null>()
  child.once('error', reject)
  child.once('close', resolve)
  const code = await promise
  if (code !== 0) throw new Error(`Building ${name} failed:\n${Buffer.concat(output).toString('utf8')}`)
}

async function build(one: Build, say: Say): Promise<void> {
  if (isFresh(one, hashOf(one))) return
  await withLock(`${stampOf(one)}.lock`, async () => {
    const hash = hashOf(one)
    if (isFresh(one, hash)) return
    const began = performance.now()
    rmSync(stampOf(one), { force: true })
    await run(one)
    writeFileSync(stampOf(one), hash)
    say(`Built ${one.name} in ${((performance.now() - began) / 1000).toFixed(1)} s.`)
  })
}

type Say = (sentence: string) => void

/** Bundles the functions and synthesizes the app, each if it is stale. */
export async function buildAssembly(say: Say): Promise<void> {
  await build(bundles, say)
  await build(assembly, say)
}

export async function buildPortal(say: Say): Promise<void> {
  await build(portal, say)
}
