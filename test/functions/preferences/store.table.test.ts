import { beforeAll, describe, expect, test } from 'vitest'
import { openPreferences, type PreferencesStore } from '../../../functions/preferences/store.ts'
import { openTable } from '../../../functions/runtime/table.ts'
import { createTable } from '../../support/table.ts'

let store: PreferencesStore

beforeAll(async () => {
  const { name, client } = await createTable()
  store = openPreferences(openTable(name, client))
})

describe('preferences', () => {
  test('of who never said anything are those of the organisation, with a reminder of shifts', async () => {
    expect(await store.snapshot('ana')).toEqual({ preferences: { shiftReminders: [60] }, version: 0 })
  })

  test('are written by one of two windows', async () => {
    const written = await Promise.all([
      store.write('ben', { phone: '+4930123456', shiftReminders: [] }, 0),
      store.write('ben', { phone: '+4930654321', shiftReminders: [] }, 0),
    ])
    expect(written.filter(Boolean)).toHaveLength(1)
    const { version, preferences } = await store.snapshot('ben')
    expect(version).toBe(1)
    expect(await store.write('ben', { ...preferences, shiftReminders: [30] }, 1)).toBe(true)
    expect((await store.read('ben')).shiftReminders).toEqual([30])
  })

  test('of many people are read together, each once', async () => {
    await store.write('chen', { shiftReminders: [15] }, 0)
    const ids = Array.from({ length: 150 }, (_, count) => `p${count}`)
    const found = await store.readMany(['chen', ...ids, 'chen'])
    expect(found.size).toBe(151)
    expect(found.get('chen')?.shiftReminders).toEqual([15])
    expect(found.get('p149')).toEqual({ shiftReminders: [60] })
  })
})
