import { watch } from 'node:fs'
import { join } from 'node:path'
import { bundleFunctions } from '../bundle.ts'
import type { Supervisor } from './supervisor.ts'

/** Editors write a file in several steps; what follows within this time belongs together. */
const SETTLE_MS = 60

/** Bundles the functions again when one of their files is saved, and lets new threads take over. */
export function watchFunctions(supervisor: Supervisor, say: (sentence: string) => void): void {
  let timer: NodeJS.Timeout | undefined
  let turn = Promise.resolve()

  async function rebuild(): Promise<void> {
    const began = performance.now()
    try {
      const { skipped } = await bundleFunctions()
      if (skipped) return
      const hosts = [supervisor.child('api'), supervisor.child('worker')]
      await Promise.all(hosts.map((host) => host.ask('replace').catch(() => {})))
      say(`Functions are live again after ${Math.round(performance.now() - began)} ms.`)
    } catch (error) {
      say(`Not live: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  watch(join(supervisor.place.root, 'functions'), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      turn = turn.then(rebuild)
    }, SETTLE_MS)
  })
}
