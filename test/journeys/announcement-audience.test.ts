import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPage, signIn } from '../support/browser.ts'
import { everyone, settled, unique } from '../support/incidents.ts'
import { addresses, api } from '../support/product.ts'
import { type Announcement, letEnd, publish, readersOf, statusFile, toAll, words } from './announcements.ts'

/** Everybody but riley, sam and noor works on incidents. */
const staff = everyone.slice(3)

afterAll(letEnd)

describe('the audience', () => {
  test.each([
    { audience: 'agents', reads: staff, hidden: ['riley', 'noor', undefined] },
    { audience: 'signed_in', reads: everyone, hidden: [undefined] },
  ])('$audience keeps it from everybody else, on every surface', async ({ audience, reads, hidden }) => {
    const title = unique(`Only for ${audience}`)
    const { id } = await publish({ title, ...words(audience), highPriority: true })
    const seenBy = async (person?: string) => {
      const [one, list] = await Promise.all([
        api(person).get<Announcement>(`/announcements/${id}`),
        api(person).get<{ items: Announcement[] }>('/announcements?active=true'),
      ])
      return [one.status, list.body.items.some((item) => item.id === id)]
    }
    for (const person of reads) expect([person, ...(await seenBy(person))]).toEqual([person, 200, true])
    for (const person of hidden) {
      expect([person, ...(await seenBy(person))]).toEqual([person, 404, false])
      const page = await openPage('phone')
      if (person) await signIn(page, person)
      else await page.goto(addresses().portal)
      expect(await page.locator('main').innerText()).not.toContain(title)
      expect((await page.goto(`${addresses().portal}/announcements/${id}`))?.status()).toBe(404)
    }
    for (const path of ['/', '/de/index.html', '/status.json', '/feed.atom'])
      expect((await statusFile(path)).text).not.toContain(title)
    expect(JSON.stringify((await api().get('/status')).body)).not.toContain(title)
    expect(await readersOf(title)).toEqual({ '000001': toAll(reads) })
  })
})

describe('whoever is no incident manager', () => {
  let id: string
  beforeAll(async () => {
    id = (await publish({ title: unique('Somebody else’s'), ...words('signed_in') })).id
  })

  test.each(['riley', 'ana'])('%s may publish neither by page nor by API', async (person) => {
    const title = unique('Not for me to say')
    const page = await openPage('phone')
    await signIn(page, person, '/announcements')
    expect(await page.getByRole('link', { name: 'Publish an announcement' }).count()).toBe(0)
    expect((await page.goto(`${addresses().portal}/announcements/new`))?.status()).toBe(403)
    await page.goto(`${addresses().portal}/announcements/${id}`)
    expect(await page.locator('main form').count()).toBe(0)
    const form = { title, body: 'x', stage: 'investigating', audience: 'public', key: randomUUID() }
    const headers = { origin: addresses().portal }
    for (const path of ['publish', `${id}/update`]) {
      const posted = await page.request.post(`${addresses().portal}/announcements/${path}`, { form, headers })
      expect([path, posted.status()]).toEqual([path, 403])
    }
    for (const path of ['/announcements', `/announcements/${id}/updates`])
      expect((await api(person).post(path, { title, ...words('public') })).status).toBe(403)
    expect((await api(person).get(`/announcements/${id}/deliveries`)).status).toBe(403)
    await settled()
    expect(await readersOf(title)).toEqual({})
    expect((await api(person).get<Announcement>(`/announcements/${id}`)).body.version).toBe(1)
  })
})
