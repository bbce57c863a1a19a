import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type BuildContext, context } from 'esbuild'
import { findEntries, functionName } from '../bundle.ts'
import { ROOT } from './place.ts'
import type { Supervisor } from './supervisor.ts'

/** Where bundles lie while files are watched; nothing else is run from them. */
export const WATCHED_BUNDLES = join(ROOT, 'build/watched')

/** Editors write a file in several steps; what follows within this time belongs together. */
const SETTLE_MS = 40
const CONTRACT = join(ROOT, 'build/openapi.json')

export interface WatchedFunctions {
  /** From now on a saved file is live soon after. */
  follow(supervisor: Supervisor, say: (sentence: string) => void): void
}

/** Bundles the functions once, by a compiler that stays, so that the next time takes little. */
export async function bundleForWatching(): Promise<WatchedFunctions> {
  const contents = new Map<string, string>()
  const compiler = await context({
    absWorkingDir: ROOT,
    entryPoints: findEntries().map((path) => ({ in: path, out: join(functionName(path), 'index') })),
    outdir: WATCHED_BUNDLES,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // Packages do not change while somebody works, and leaving them out makes it twenty times faster.
    packages: 'external',
    write: false,
    logLevel: 'silent',
  })
  await writeChanged(compiler, contents)
  return { follow: (supervisor, say) => follow(compiler, contents, supervisor, say) }
}

/** Writes the bundles that differ from those of the last time, and answers the names of their functions. */
async function writeChanged(compiler: BuildContext<{ write: false }>, contents: Map<string, string>) {
  const { outputFiles } = await compiler.rebuild()
  const changed = outputFiles.filter(({ path, hash }) => contents.get(path) !== hash)
  for (const { path, hash, contents: bytes } of changed) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
    contents.set(path, hash)
  }
  return changed.map(({ path }) => basename(dirname(path)))
}

function follow(
  compiler: BuildContext<{ write: false }>,
  contents: Map<string, string>,
  supervisor: Supervisor,
  say: (sentence: string) => void,
): void {
  let timer: NodeJS.Timeout | undefined
  let turn = Promise.resolve()

  async function renew(): Promise<void> {
    const began = performance.now()
    const names = await writeChanged(compiler, contents)
    if (names.length === 0) return
    const hosts = [supervisor.child('api'), supervisor.child('worker')]
    await Promise.all(hosts.map((host) => host.ask('replace', names).catch(() => {})))
    say(`Live after ${Math.round(performance.now() - began)} ms: ${names.join(', ')}`)
  }

  /** The contract follows from the operations; it is written after they are live, and served when it differs. */
  async function renewAll(): Promise<void> {
    try {
      await renew()
      const before = readFileSync(CONTRACT, 'utf8')
      await promisify(execFile)(process.execPath, ['functions/contract/write-openapi.ts', CONTRACT], {
        cwd: ROOT,
      })
      if (readFileSync(CONTRACT, 'utf8') !== before) await renew()
    } catch (error) {
      say(`Not live: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  watch(join(ROOT, 'functions'), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      turn = turn.then(renewAll)
    }, SETTLE_MS)
  })
}
