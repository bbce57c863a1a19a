import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  bundleFunctions,
  bundlesFolder,
  findEntries,
  functionName,
  type Sizes,
  sizesFile,
} from '../../infra/bundle.ts'

describe('functionName', () => {
  test.each([
    ['functions/incidents/api.ts', 'incidents-api'],
    ['functions/clock/sweep.task.ts', 'clock-sweep'],
    ['functions/notifications/on-delivery-event.ts', 'notifications-on-delivery-event'],
  ])('%s is %s', (entry, name) => {
    expect(functionName(entry)).toBe(name)
  })
})

describe('bundleFunctions', () => {
  let sizes: Sizes
  beforeAll(async () => {
    sizes = (await bundleFunctions()).sizes
  }, 60_000)

  test('makes one bundle of each entry, and tells its size', () => {
    expect(Object.keys(sizes).sort()).toEqual(findEntries().map(functionName).sort())
    expect(JSON.parse(readFileSync(sizesFile, 'utf8'))).toEqual(sizes)
    for (const name of Object.keys(sizes))
      expect(existsSync(join(bundlesFolder, name, 'index.mjs'))).toBe(true)
  })

  test('keeps every bundle small', () => {
    for (const [name, bytes] of Object.entries(sizes)) {
      expect(bytes, name).toBeLessThanOrEqual(sendsMail(name) ? 800_000 : (limits[name] ?? 560_000))
    }
  })

  test('does nothing again while no source has changed', async () => {
    expect(await bundleFunctions()).toEqual({ sizes, skipped: true })
  })
})

/** Taking in puts on a queue, which takes a client; reading mail takes every character set that mails are written in. */
const limits: Record<string, number> = { 'alerts-api': 640_000, 'mail-on-mail-received': 1_700_000 }

const sendsMail = (name: string) =>
  name.startsWith('notifications-') ||
  ['announcements-send-chunk', 'triggers-on-incident-event'].includes(name)
