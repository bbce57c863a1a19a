import type { Context, SQSEvent } from 'aws-lambda'
import { describe, expect, test } from 'vitest'
import { consumer } from '../../../functions/runtime/event.ts'
import { log } from '../../../functions/runtime/log.ts'
import { notFound, Refusal } from '../../../functions/runtime/refusal.ts'
import { busy, stale } from '../../../functions/runtime/stale.ts'

const conflict = new Refusal('conflict', { en: 'There are enough.', de: 'Es sind genug.' })

describe('a message', () => {
  test.each([
    ['comes again when others were at it', busy(), ['1']],
    ['comes again when somebody was faster', stale(), ['1']],
    ['comes again after a fault', new Error('away'), ['1']],
    ['is done when it asks for what is not possible', conflict, []],
    ['is done when it is about nothing', notFound(), []],
  ])('%s', async (_, error, again) => {
    log.setLogLevel('SILENT')
    const handler = consumer<string>(async (message) => {
      if (message === 'bad') throw error
    })
    const records = [
      { messageId: '1', body: '"bad"' },
      { messageId: '2', body: '"good"' },
    ]
    const answer = await handler({ Records: records } as SQSEvent, {} as Context)
    expect(answer).toEqual({ batchItemFailures: again.map((itemIdentifier) => ({ itemIdentifier })) })
  })

  test('keeps the answer 409 for the person who was in it', () => {
    expect(busy()).toMatchObject({ status: 409, code: 'conflict', name: 'Refusal' })
  })
})
