import { expect, test } from 'vitest'
import type { Answer } from '../../portal/lib/api.ts'
import type { Announcement, Page } from '../../portal/lib/contract.ts'
import { pressingAmong } from '../../portal/lib/pressing.ts'

type Asked = Promise<Answer<Page<Announcement>>>

const announcement = (id: string, highPriority: boolean, stage = 'investigating') =>
  ({ id, highPriority, stage }) as Announcement

const answered = (...items: Announcement[]): Asked => Promise.resolve({ body: { items }, now: new Date() })

test('only what has high priority and is not over stands on every page', async () => {
  const asked = answered(
    announcement('normal', false),
    announcement('high', true),
    announcement('over', true, 'resolved'),
  )
  expect((await pressingAmong(asked)).map(({ id }) => id)).toEqual(['high'])
})

test('a page does without when announcements fail or take too long', async () => {
  expect(await pressingAmong(Promise.reject(new Error('down')))).toEqual([])
  expect(await pressingAmong(new Promise(() => {}), 5)).toEqual([])
})
