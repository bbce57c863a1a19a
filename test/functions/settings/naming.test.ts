import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { ChosenId, idFor, ordered } from '../../../functions/settings/naming.ts'

describe('an id made of a name', () => {
  test.each([
    { name: 'Mail gateway', taken: [], id: 'svc_mail_gateway' },
    { name: { en: 'Größe & Maß!', de: '' }, taken: [], id: 'svc_gro_e_ma' },
    { name: 'Mail', taken: ['svc_mail', 'svc_mail_2'], id: 'svc_mail_3' },
    { name: '電話', taken: ['svc_1'], id: 'svc_2' },
    { name: 'x'.repeat(80), taken: [], id: `svc_${'x'.repeat(40)}` },
  ])('$name is $id', ({ name, taken, id }) => {
    expect(idFor('svc', name, taken)).toBe(id)
    expect(z.safeParse(ChosenId, id).success).toBe(true)
  })

  test.each(['order', 'try', 'Svc_a', 'svc_', '_svc', 'svc a', '../svc_a'])('is never %j', (id) => {
    expect(z.safeParse(ChosenId, id).success).toBe(false)
  })
})

describe('a list', () => {
  test('is put into an order; what is left out follows as it was', () => {
    const list = ['a', 'b', 'c', 'd'].map((id) => ({ id }))
    expect(ordered(list, ['d', 'b']).map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c'])
  })
})
