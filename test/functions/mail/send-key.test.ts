import { describe, expect, test } from 'vitest'
import { formatSendKey, parseSendKey } from '../../../functions/mail/send-key.ts'

describe('send key', () => {
  test('spells the place of a send in one readable word', () => {
    expect(formatSendKey({ pk: 'INC-000123', sk: 'S#I000004#step-1#ana#mail' })).toBe(
      'INC-000123/S:I000004:step-1:ana:mail',
    )
  })

  test.each(['ana', 'a/b', 'a:b#c', 'ü 1', '%23', 'auth0|x'])(
    'finds the place again for a person %s',
    (person) => {
      const key = { pk: 'ANN#ann_1#3', sk: `S#E000001#x#${person}#mail` }
      const sendKey = formatSendKey(key)
      expect(sendKey).toMatch(/^[\x21-\x7e]+$/)
      expect(parseSendKey(sendKey)).toEqual(key)
    },
  )

  test.each(['', 'INC-000123', 'a/b/c', 'a b/c', '%/%'])('finds nothing behind %j', (text) => {
    expect(parseSendKey(text)).toBeUndefined()
  })
})
