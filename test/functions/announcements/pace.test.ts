import { expect, test } from 'vitest'
import { pace } from '../../../functions/announcements/pace.ts'
import { isStageName, settingsOf } from '../../../infra/stages.ts'

const grantedPerSecond = 14

test('announcements leave a fifth of what SES grants at first to everything else', () => {
  const { lanes, abreast, rowMilliseconds } = pace
  expect((lanes * abreast * 1000) / rowMilliseconds).toBeLessThan(0.8 * grantedPerSecond)
})

test('as many chunks are worked at once as the pace reckons with', () => {
  for (const name of ['local', 'dev', 'prod'].filter(isStageName)) {
    const { concurrency } = settingsOf(name)
    expect(concurrency['announcement-chunks']).toBeLessThanOrEqual(pace.lanes)
  }
})
