import { expect, test } from 'vitest'
import { countReceived } from '../../../functions/alerts/count-received.ts'
import { fires, start } from './fixture.ts'

test('a batch is counted once by source, and a count that fails fails no batch and no other count', async () => {
  const counts: unknown[] = []
  const traffic = {
    async noteTraffic(sourceId: string, { requests, accepted }: { requests: number; accepted: number }) {
      counts.push([sourceId, requests, accepted])
      if (sourceId === 'src_a') throw new Error('The table is busy.')
      return requests
    },
  }
  const received = [
    { sourceId: 'src_a', requests: 1, occurrences: [fires('Disk', 0), fires('Fan', 0)] },
    { sourceId: 'src_b', requests: 1, occurrences: [fires('Disk', 0)] },
    { sourceId: 'src_a', requests: 0, occurrences: [fires('CPU', 0)] },
  ]
  await countReceived(received, start, { traffic })
  expect(counts).toEqual([
    ['src_a', 1, 3],
    ['src_b', 1, 1],
  ])
})
