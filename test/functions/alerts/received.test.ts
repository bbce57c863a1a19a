import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { line, lines } from '../../../functions/alerts/clean.ts'
import { bytesOf, messageOf } from '../../../functions/alerts/received.ts'
import { fires } from './fixture.ts'

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
const refusedBySqs = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u
const odd = 'a\uFFFEb\uFFFFc\u{1FFFE}\u0001'

describe('a message of the queue', () => {
  const message = (title: string) => ({
    ...{ sourceId: 'src_one', requests: 1 },
    occurrences: [fires('Disk', 0, { title, payload: JSON.stringify({ title }) })],
  })

  test('holds no character that SQS refuses, and is read as it was written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constant(odd)), (title) => {
        const text = messageOf(message(title))
        expect(text).not.toMatch(refusedBySqs)
        expect(JSON.parse(text)).toEqual(message(title))
      }),
    )
  })

  test('is as long as its occurrences are reckoned to be', () => {
    const { occurrences, ...rest } = message(odd.repeat(100))
    const bare = Buffer.byteLength(messageOf({ ...rest, occurrences: [] }))
    const sum = occurrences.reduce((total, one) => total + bytesOf(one), 0)
    expect(Buffer.byteLength(messageOf({ ...rest, occurrences }))).toBe(bare + sum)
  })
})

describe('what a stranger wrote', () => {
  test('has no character left that is none', () => {
    expect(line(`${odd}\tx`, 100)).toBe('a b c x')
    expect(lines(`${odd}\tx\ny\uFFFF`, 100)).toBe('a b c  \tx\ny')
    expect(line('\uFFFF', 100)).toBe('')
  })
})
