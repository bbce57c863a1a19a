import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../../functions/incidents/api.ts'
import type { Api } from '../../support/api.ts'
import { apiOverTable, problem } from '../../support/table-api.ts'

let api: Api
let id: string

beforeAll(async () => {
  api = await apiOverTable(operations)
  id = (await (await api.as('riley')).post('/incidents', problem)).body.id
})
afterAll(() => api.stop())

describe('muting one incident', () => {
  test.each(['riley', 'ana', 'aud'])('is for %s, who may read it, and is taken back', async (who) => {
    const person = await api.as(who)
    const muted = await person.put(`/incidents/${id}/mute`)
    expect(muted).toMatchObject({ status: 200, body: { id, muted: true } })
    expect(muted.body).toMatchObject({ note: expect.stringContaining('paged all the same') })
    expect((await person.put(`/incidents/${id}/mute`)).status).toBe(200)
    expect(await api.services.mutes.ofPerson(who)).toMatchObject([{ id }])
    expect((await person.delete(`/incidents/${id}/mute`)).body).toMatchObject({ muted: false })
    expect((await person.delete(`/incidents/${id}/mute`)).status).toBe(200)
    expect(await api.services.mutes.ofPerson(who)).toEqual([])
  })

  test('keeps the title for the list of what is muted', async () => {
    await (await api.as('riley')).put(`/incidents/${id}/mute`)
    expect(await api.services.mutes.ofPerson('riley')).toMatchObject([{ id, title: problem.title }])
  })

  test('is not for somebody who may not read it', async () => {
    const noor = await api.as('noor')
    expect((await noor.put(`/incidents/${id}/mute`)).status).toBe(404)
    expect((await noor.put('/incidents/INC-999999/mute')).status).toBe(404)
  })
})
