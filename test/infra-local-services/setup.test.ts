import { execFile } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from './serve.ts'

const setUpWith = (path: string) =>
  new Promise<{ code: number | string | null | undefined; said: string }>((done) =>
    execFile(
      process.execPath,
      [resolve('infra/setup.mjs')],
      { env: { ...process.env, PATH: path, JAVA_HOME: '' } },
      (error, _stdout, stderr) => done({ code: error?.code ?? 0, said: stderr }),
    ),
  )

describe('setting up', () => {
  test('runs the tests on the Node of the Lambda runtime', () => {
    expect(process.version).toMatch(/^v24\./)
  })

  test('says in one sentence how to get Java where there is none', async () => {
    const folder = join(temporaryFolder(), 'bin')
    mkdirSync(folder)
    symlinkSync(process.execPath, join(folder, 'node'))
    const { code, said } = await setUpWith(folder)
    expect(code).toBe(1)
    expect(said).toMatch(/^Evenkeel needs Java 17 or newer .*Get it with `.*`\.\n$/)
  })
})
