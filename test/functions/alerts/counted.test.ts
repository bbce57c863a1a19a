import { expect, test, vi } from 'vitest'
import { counted } from '../../../functions/alerts/receive.ts'
import type { Traffic } from '../../../functions/alerts/traffic-store.ts'
import { log } from '../../../functions/runtime/log.ts'
import { start } from './fixture.ts'

test('what was taken is taken, also when no copy of it can be kept', async () => {
  log.setLogLevel('SILENT')
  const capture = vi.fn(async () => {
    throw new Error('The table is busy.')
  })
  const traffic = { capture } as Partial<Traffic> as Traffic
  const taken = { accepted: 2, refused: 0 }
  const around = { text: '{}', now: start, traffic }
  expect(await counted({ id: 'src_prom' }, around, async () => taken)).toBe(taken)
  expect(capture).toHaveBeenCalledOnce()
})
