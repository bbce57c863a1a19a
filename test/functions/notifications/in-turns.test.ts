import { expect, test } from 'vitest'
import { inTurns } from '../../../functions/notifications/send-once.ts'

test('one that is slow holds up its own place alone, and the answers keep their order', async () => {
  let finish = (_: string) => {}
  const slow = new Promise<string>((done) => {
    finish = done
  })
  const begun: number[] = []
  const all = inTurns([0, 1, 2, 3, 4], 2, async (item) => {
    begun.push(item)
    if (item === 4) finish('slow')
    return item === 0 ? slow : String(item)
  })
  expect(await all).toEqual(['slow', '1', '2', '3', '4'])
  expect(begun).toEqual([0, 1, 2, 3, 4])
})

test('all are worked when one fails, which is what is told', async () => {
  const begun: number[] = []
  const all = inTurns([0, 1, 2], 2, async (item) => {
    begun.push(item)
    if (item === 0) throw new Error('refused')
  })
  await expect(all).rejects.toThrow('refused')
  expect(begun).toEqual([0, 1, 2])
})
