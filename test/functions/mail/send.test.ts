import { describe, expect, test } from 'vitest'
import { fateOf, isThrottled } from '../../../functions/mail/send.ts'

const answer = (name: string, message = '') => Object.assign(new Error(message), { name })

describe('what SES answers', () => {
  test.each([
    ['an address that cannot be', answer('InvalidParameterValue', 'Illegal address'), 'never'],
    ['an address without a domain', answer('InvalidParameterValue', "Missing final '@domain'"), 'never'],
    ['another parameter that is wrong', answer('InvalidParameterValue', 'Too many headers'), 'again'],
    [
      'a mail that it rejects, which may be a setting',
      answer('MessageRejected', 'Address not verified'),
      'again',
    ],
    ['too fast', answer('Throttling', 'Maximum sending rate exceeded.'), 'again'],
    ['no answer', answer('TimeoutError'), 'again'],
    ['what is no error', 'broken', 'again'],
  ])('%s', (_, error, fate) => {
    expect(fateOf(error)).toBe(fate)
  })

  test.each(['Throttling', 'ThrottlingException', 'TooManyRequestsException', 'LimitExceeded'])(
    '%s asks to slow down',
    (name) => {
      expect(isThrottled(answer(name))).toBe(true)
    },
  )

  test('nothing else asks to slow down', () => {
    expect([answer('MessageRejected'), 'Throttling'].map(isThrottled)).toEqual([false, false])
  })
})
