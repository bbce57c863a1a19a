import { expect, test } from 'vitest'
import { isRefused, NotTaken } from '../../../functions/notifications/refused.ts'

const failure = (rest: object, message = 'no') => Object.assign(new Error(message), rest)

test.each([
  ['a refusal of ours', new NotTaken('The webhook answered 503.'), true],
  ['no connection', failure({ code: 'ECONNREFUSED' }), true],
  [
    'no connection in time',
    failure({ name: 'TimeoutError' }, 'the request socket did not establish a connection with the server'),
    true,
  ],
  ['a throttle', failure({ name: 'Throttling', $metadata: { httpStatusCode: 400 } }), true],
  ['a rejected mail', failure({ name: 'MessageRejected', $metadata: { httpStatusCode: 400 } }), true],
  ['a throttle told as a fault', failure({ name: 'Throttling', $metadata: { httpStatusCode: 500 } }), true],
  [
    'a service that is away',
    failure({ name: 'ServiceUnavailable', $metadata: { httpStatusCode: 503 } }),
    true,
  ],
  [
    'a fault inside the service',
    failure({ name: 'InternalFailure', $metadata: { httpStatusCode: 500 } }),
    false,
  ],
  ['a gateway before it', failure({ name: 'Unknown', $metadata: { httpStatusCode: 502 } }), false],
  ['a gateway that lost patience', failure({ name: 'Unknown', $metadata: { httpStatusCode: 504 } }), false],
  ['an answer that cannot be read', failure({ $metadata: { httpStatusCode: 200 } }), false],
  ['an answer that did not come', failure({ name: 'TimeoutError', code: 'ETIMEDOUT', $metadata: {} }), false],
  ['a connection that broke off', failure({ code: 'ECONNRESET' }), false],
  ['what is no error', 'broken', false],
])('%s is told apart from what may have arrived', (_, error, refused) => {
  expect(isRefused(error)).toBe(refused)
})
