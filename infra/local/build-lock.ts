import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const PATIENCE_MS = 5 * 60_000
const GLANCE_MS = 100

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Takes the lock, or answers false; one that was left behind by a process that is gone counts for nothing. */
function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    try {
      const holder = Number(readFileSync(file, 'utf8'))
      if (holder > 0 && !isAlive(holder)) rmSync(file, { force: true })
    } catch {
      // Released in this moment.
    }
    return false
  }
}

/**
 * Several copies may start at once from one checkout: only one of them builds, the others wait and find it built.
 * @throws Error after five minutes.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), { recursive: true })
  const deadline = performance.now() + PATIENCE_MS
  while (!take(file)) {
    if (performance.now() > deadline) throw new Error(`Another copy has been building for long; see ${file}`)
    await pause(GLANCE_MS)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}
