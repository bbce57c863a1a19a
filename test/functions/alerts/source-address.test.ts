import { describe, expect, test } from 'vitest'
import { batchesOf } from '../../../functions/alerts/batches.ts'
import type { Occurrence } from '../../../functions/alerts/occurrence.ts'
import { keyInAddress, sendingWith } from '../../../functions/alerts/source-address.ts'

const reach = { apiUrl: 'https://desk.example/', mailDomain: 'desk.example' }

describe('how a source is sent to', () => {
  test('is an address of the API with a key, or an address of mail', () => {
    expect(sendingWith('k', { id: 'src_a', kind: 'grafana' }, reach)).toEqual({
      key: 'k',
      url: 'https://desk.example/v1/alerts/src_a',
    })
    expect(sendingWith('k', { id: 'src_a', kind: 'mail' }, reach)).toEqual({
      address: 'alerts+k@desk.example',
    })
  })

  test.each([
    ['alerts+abc@desk.example', 'abc'],
    ['Alerts+ABC@Desk.Example', 'abc'],
    ['alerts@desk.example', undefined],
    ['other+abc@desk.example', undefined],
    ['alerts+abc@evil.example', undefined],
    ['alerts+abc@desk.example@evil.example', undefined],
    ['', undefined],
  ])('%s has the key %s', (address, key) => {
    expect(keyInAddress(address, 'desk.example')).toBe(key)
  })
})

describe('messages of a queue', () => {
  const occurrence = (length: number) => ({ title: 'x'.repeat(length) }) as Occurrence

  test('hold up to 100 occurrences and 200 KB, in order', () => {
    const sizes = (all: Occurrence[]) => batchesOf(all).batches.map(({ length }) => length)
    expect(sizes([])).toEqual([])
    expect(sizes(Array.from({ length: 201 }, () => occurrence(1)))).toEqual([100, 100, 1])
    expect(sizes(Array.from({ length: 5 }, () => occurrence(90 * 1024)))).toEqual([2, 2, 1])
    const many = Array.from({ length: 150 }, (_, n) => occurrence(n))
    expect(batchesOf(many).batches.flat()).toEqual(many)
  })

  test('hold no occurrence that is larger than that', () => {
    const { batches, refused } = batchesOf([occurrence(201 * 1024), occurrence(1)])
    expect([batches, refused.map(({ reason }) => reason)]).toEqual([[[occurrence(1)]], ['too_large']])
  })
})
