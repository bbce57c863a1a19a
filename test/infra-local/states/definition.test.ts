import { describe, expect, test } from 'vitest'
import { parseDefinition } from '../../../infra/local/states/definition.ts'

const clock = {
  StartAt: 'Wait',
  States: {
    Wait: { Type: 'Wait', TimestampPath: '$.dueAt', Next: 'Wake' },
    Wake: { Type: 'Task', Resource: 'arn:aws:lambda:eu-central-1:0:function:wake', End: true },
  },
}

describe('parseDefinition', () => {
  test('takes the clock of the product', () => {
    expect(parseDefinition('clock', JSON.stringify(clock)).StartAt).toBe('Wait')
  })

  test.each([
    ['type Map', { Wait: { Type: 'Map', Next: 'Wake' } }],
    ['has HeartbeatSeconds', { Wake: { ...clock.States.Wake, HeartbeatSeconds: 5 } }],
    [
      'calls arn:aws:states:::sqs:sendMessage',
      { Wake: { ...clock.States.Wake, Resource: 'arn:aws:states:::sqs:sendMessage' } },
    ],
    ['leads to Nowhere', { Wait: { ...clock.States.Wait, Next: 'Nowhere' } }],
  ])('refuses what it does not act out: %s', (sentence, states) => {
    const text = JSON.stringify({ ...clock, States: { ...clock.States, ...states } })
    expect(() => parseDefinition('clock', text)).toThrow(sentence)
  })
})
