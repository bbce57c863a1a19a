import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { withLock } from '../../infra/local/build-lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'lock-'))
const file = join(folder, 'stamps', 'portal.lock')
afterAll(() => rmSync(folder, { recursive: true }))

test('two that want the same lock work one after the other', async () => {
  const log: string[] = []
  const work = (name: string) => async () => {
    log.push(`${name} begins`)
    await new Promise((resolve) => setImmediate(resolve))
    log.push(`${name} ends`)
  }
  await Promise.all([withLock(file, work('one')), withLock(file, work('two'))])
  expect(log).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
})

test('a lock of a process that is gone counts for nothing', async () => {
  writeFileSync(file, '999999999')
  expect(await withLock(file, async () => 'built')).toBe('built')
  expect(existsSync(file)).toBe(false)
})

test('work that fails releases the lock', async () => {
  await expect(withLock(file, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(existsSync(file)).toBe(false)
})
