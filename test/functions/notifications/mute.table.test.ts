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

  test('is said to whoever asks why somebody was not told', async () => {
    const ana = await api.as('ana')
    const why = () => ana.get(`/incidents/${id}/notifications/why?personId=riley`)
    expect((await why()).text).not.toContain('"muted"')
    await (await api.as('riley')).put(`/incidents/${id}/mute`)
    const [since] = await api.services.mutes.ofPerson('riley')
    expect((await why()).body).toMatchObject({
      answers: expect.arrayContaining([expect.objectContaining({ code: 'muted', at: since?.at })]),
    })
  })

  test('keeps the title for the list of what is muted', async () => {
    await (await api.as('riley')).put(`/incidents/${id}/mute`)
    expect(await api.services.mutes.ofPerson('riley')).toMatchObject([{ id, title: problem.title }])
  })

  test('is for whoever said that it affects them too, under the words that they know', async () => {
    const [noor, ana] = [await api.as('noor'), await api.as('ana')]
    const id = (await (await api.as('riley')).post('/incidents', problem)).body.id
    await ana.post(`/incidents/${id}/known`, { known: true, title: 'Mail is slow' })
    expect((await noor.post(`/incidents/${id}/me-too`)).status).toBe(201)
    expect((await noor.put(`/incidents/${id}/mute`)).body).toMatchObject({ muted: true })
    expect(await api.services.mutes.ofPerson('noor')).toMatchObject([{ id, title: 'Mail is slow' }])
    expect((await noor.delete(`/incidents/${id}/mute`)).body).toMatchObject({ muted: false })
    expect(await api.services.mutes.ofPerson('noor')).toEqual([])
  })

  test('is not for whose own report was merged into it: they must not learn of it', async () => {
    const dup = (await (await api.as('sam')).post('/incidents', problem)).body.id
    const link = { kind: 'duplicate', incidentId: id }
    const linked = await (await api.as('ana')).post(`/incidents/${dup}/links`, link)
    expect(linked.status).toBeLessThan(300)
    const sam = await api.as('sam')
    expect((await sam.put(`/incidents/${id}/mute`)).status).toBe(404)
    expect((await sam.put(`/incidents/${dup}/mute`)).status).toBe(200)
  })

  test('is not for somebody who may not read it', async () => {
    const noor = await api.as('noor')
    expect((await noor.put(`/incidents/${id}/mute`)).status).toBe(404)
    expect((await noor.put('/incidents/INC-999999/mute')).status).toBe(404)
  })
})
