import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { build } from 'esbuild'

const root = resolve(import.meta.dirname, '..')
const entryPatterns = ['functions/*/api.ts', 'functions/*/on-*.ts', 'functions/*/*.task.ts']
const contractWriter = 'functions/contract/write-openapi.ts'

export const bundlesFolder = join(root, 'build/functions')
export const sizesFile = join(root, 'build/sizes.json')
const contractFile = join(root, 'build/openapi.json')
const hashFile = join(root, 'build/functions.hash')

/** Bytes of each function's bundle. */
export type Sizes = Record<string, number>

/** The name of a function, from its entry file: `functions/clock/sweep.task.ts` is `clock-sweep`. */
export function functionName(entryPath: string): string {
  const file = basename(entryPath).replace(/(\.task)?\.ts$/, '')
  return `${basename(dirname(entryPath))}-${file}`
}

export function findEntries(): string[] {
  return globSync(entryPatterns, { cwd: root }).sort()
}

/**
 * Bundles every function, all in one run of esbuild, into `build/functions/<name>/index.mjs`.
 * Does nothing when no source has changed since the last time.
 * @throws Error naming the file when a source does not compile.
 */
export async function bundleFunctions(): Promise<{ sizes: Sizes; skipped: boolean }> {
  const entries = findEntries()
  const hash = sourceHash()
  if (isCurrent(hash, entries)) return { sizes: readSizes(), skipped: true }

  rmSync(hashFile, { force: true })
  writeContract()
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries.map((path) => ({ in: path, out: join(functionName(path), 'index') })),
    outdir: bundlesFolder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    alias: {
      '@aws-sdk/credential-provider-node': join(root, 'functions/runtime/lambda-credentials.ts'),
    },
    legalComments: 'none',
    // Packages that are CommonJS inside call require() for Node's own modules.
    banner: {
      js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);",
    },
    metafile: true,
    logLevel: 'warning',
  })

  const sizes = Object.fromEntries(
    Object.entries(metafile.outputs).map(([file, { bytes }]) => [basename(dirname(file)), bytes]),
  )
  removeBundlesExcept(Object.keys(sizes))
  writeFileSync(sizesFile, `${JSON.stringify(sizes, null, 2)}\n`)
  writeFileSync(hashFile, hash)
  return { sizes, skipped: false }
}

function sourceHash(): string {
  const files = [
    ...globSync('functions/**/*.{ts,json}', { cwd: root }),
    'package-lock.json',
    'infra/bundle.ts',
  ]
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function isCurrent(hash: string, entries: string[]): boolean {
  if (!existsSync(hashFile) || readFileSync(hashFile, 'utf8') !== hash) return false
  return existsSync(sizesFile) && entries.every((entry) => existsSync(bundlePath(functionName(entry))))
}

function bundlePath(name: string): string {
  return join(bundlesFolder, name, 'index.mjs')
}

function readSizes(): Sizes {
  return JSON.parse(readFileSync(sizesFile, 'utf8')) as Sizes
}

/** The contract function carries the contract, which is generated from the operations' own schemas. */
function writeContract(): void {
  mkdirSync(dirname(contractFile), { recursive: true })
  if (existsSync(join(root, contractWriter))) {
    execFileSync(process.execPath, [contractWriter, contractFile], { cwd: root, stdio: 'inherit' })
  }
}

function removeBundlesExcept(names: string[]): void {
  for (const folder of globSync('*', { cwd: bundlesFolder })) {
    if (!names.includes(folder)) rmSync(join(bundlesFolder, folder), { recursive: true })
  }
}

if (import.meta.main) {
  const { sizes, skipped } = await bundleFunctions()
  for (const [name, bytes] of Object.entries(sizes)) {
    process.stdout.write(`${name.padEnd(42)} ${(bytes / 1000).toFixed(0).padStart(5)} KB\n`)
  }
  if (skipped) process.stdout.write('Nothing has changed since these were bundled.\n')
}
