import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { openPage, signIn, troublesOf } from '../support/browser.ts'
import { addressOf, everyone, settled, unique } from '../support/incidents.ts'
import { addresses, api, control } from '../support/product.ts'
import {
  type Announcement,
  letEnd,
  over,
  publish,
  readersOf,
  statusFile,
  toAll,
  words,
} from './announcements.ts'

afterAll(letEnd)

/** What stands on top of the start page, above everything else, for one person or for who has not signed in. */
async function topOf(page: Page) {
  await page.goto(`${addresses().portal}/`)
  const banner = page.locator('main > .banners .banner').first()
  const [above, heading] = await Promise.all([banner.boundingBox(), page.locator('h1').boundingBox()])
  expect(above?.y).toBeLessThan(heading?.y ?? 0)
  return banner
}

describe('an incident manager', () => {
  test('publishes, updates and resolves for portal, status page and everybody’s mail', async () => {
    const title = unique('Email and VPN are down')
    const ines = await openPage('desk')
    const readers = await Promise.all([openPage('phone'), openPage('phone'), openPage('phone')])
    const [riley, noor] = readers as [Page, Page, Page]
    const visitor = await openPage('desk', { javaScriptEnabled: false })
    const troubles = [ines, ...readers, visitor].map(troublesOf)
    await signIn(ines, 'ines', '/announcements/new')
    await Promise.all([signIn(riley, 'riley'), signIn(noor, 'noor')])

    await ines.getByLabel('Headline').fill(title)
    await ines.getByLabel('What we know').fill('Nobody can send mail.\nPlease use the phone.')
    await ines.getByLabel('Email', { exact: true }).selectOption('Major outage')
    await ines.getByLabel('VPN', { exact: true }).selectOption('Slow or degraded')
    await ines.getByLabel(/^High priority/).check()
    await ines.getByRole('button', { name: 'Publish now' }).click()
    await ines.getByText('Published. Email is on its way.').waitFor()
    const id = ines.url().split('/').at(-1) ?? ''
    await settled()

    for (const page of readers) {
      const banner = await topOf(page)
      expect(await banner.getAttribute('class')).toContain('banner-high')
      expect(await banner.innerText()).toContain(title)
      expect(await banner.innerText()).toContain('Please use the phone.')
    }
    expect(await (await topOf(noor)).innerText()).toContain('Wird untersucht')
    await visitor.goto(addresses().status)
    const seen = await visitor.locator('body').innerText()
    for (const text of ['Major outage', title, 'Nobody can send mail.', 'Investigating', 'Degraded'])
      expect(seen).toContain(text)
    expect(await visitor.locator('script').count()).toBe(0)
    await visitor.getByRole('link', { name: 'Deutsch' }).click()
    expect(await visitor.locator('h1').innerText()).toBe('Schwerer Ausfall')
    expect(await visitor.locator('body').innerText()).toContain(title)
    expect(JSON.parse((await statusFile('/status.json')).text)).toMatchObject({
      state: 'major_outage',
      announcements: [{ id, title, stage: 'investigating', highPriority: true }],
    })
    expect((await statusFile('/feed.atom')).text).toContain(`Important: ${title} (Investigating)`)
    expect(await readersOf(title)).toEqual({ '000001': toAll(everyone) })
    const [mail] = await control.mail({ to: addressOf('noor'), limit: 1 })
    expect(mail?.subject).toBe(`[Wichtig: Wird untersucht] ${title}`)
    expect(mail?.links).toContain(`${addresses().portal}/announcements/${id}`)

    await ines.reload()
    expect(await ines.locator('main').innerText()).toContain('10 of 10 sent')
    await ines.getByLabel('Cause identified').check()
    await ines.getByLabel('What is new?').fill('A certificate has run out; we replace it.')
    await ines.getByLabel('VPN', { exact: true }).selectOption('Works')
    await ines.getByRole('button', { name: 'Publish the update' }).click()
    await ines.getByText('Your update is published.').waitFor()
    await settled()
    expect(await (await topOf(riley)).innerText()).toContain('A certificate has run out')
    expect(JSON.parse((await statusFile('/status.json')).text)).toMatchObject({
      components: expect.arrayContaining([
        expect.objectContaining({ id: 'cmp_email', state: 'major_outage' }),
        expect.objectContaining({ id: 'cmp_vpn', state: 'operational' }),
      ]),
      announcements: [{ id, stage: 'identified', updates: [{ stage: 'identified' }] }],
    })
    expect((await statusFile('/')).text).toContain('A certificate has run out')
    expect(await readersOf(title)).toEqual({ '000001': toAll(everyone), '000002': toAll(everyone) })

    await ines.locator('summary', { hasText: 'Resolve it' }).click()
    await ines.getByLabel('What people should know now').fill('Mail flows again.')
    await ines.getByRole('button', { name: 'Publish the resolution' }).click()
    await ines.getByText('Your update is published.').waitFor()
    await settled()
    for (const page of readers) {
      await page.reload()
      expect(await page.locator('main').innerText()).not.toContain(title)
    }
    const after = (await statusFile('/')).text
    expect(after).toContain('All systems operational')
    expect(after).toContain('Mail flows again.')
    expect(JSON.parse((await statusFile('/status.json')).text)).toMatchObject({
      state: 'operational',
      announcements: [],
    })
    expect((await statusFile('/feed.atom')).text).toContain(`${title} (Resolved)`)
    expect(await readersOf(title)).toMatchObject({ '000003': toAll(everyone) })
    const wrong = await api('ines').post(`/announcements/${id}/updates`, { ...over, stage: 'monitoring' })
    expect(wrong).toMatchObject({ status: 409, body: { legalMoves: [] } })
    expect(troubles.flat()).toEqual([])
  })

  test('publishes once under one Idempotency-Key', async () => {
    const fields = { title: unique('Sent twice'), ...words('signed_in') }
    const idempotencyKey = randomUUID()
    const send = () => api('ines').post<Announcement>('/announcements', fields, { idempotencyKey })
    const answers = await Promise.all([send(), send()])
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
    await settled()
    expect(await readersOf(fields.title)).toEqual({ '000001': toAll(everyone) })
  })

  test('cannot make a page of the status site run anything', async () => {
    const title = unique(`<script>globalThis.ran=1</script>"><img src=x onerror=ran=1> ]]>`)
    const body = `</li></ol><script>globalThis.ran=1</script>\n${title}`
    const { id } = await publish({ title, ...words('public'), body, highPriority: true })
    const page = await openPage('phone')
    const troubles = troublesOf(page)
    for (const url of [addresses().status, addresses().portal, `${addresses().portal}/announcements/${id}`]) {
      await page.goto(url)
      expect(await page.getByRole('heading', { name: title }).textContent()).toBe(title)
      expect(await page.locator('.text, .prose, .banner-text').first().textContent()).toBe(body)
      expect(await page.evaluate('globalThis.ran')).toBeUndefined()
    }
    const feed = JSON.stringify((await statusFile('/feed.atom')).text)
    const parsed = await page.evaluate<string>(
      `(() => { const feed = new DOMParser().parseFromString(${feed}, 'application/xml')
        return feed.querySelector('parsererror')?.textContent ?? feed.querySelector('entry > content').textContent })()`,
    )
    expect(parsed).toBe(body)
    expect(troubles).toEqual([])
  })
})

describe('the status page', () => {
  test('answers while the API is killed and while it stays down', async () => {
    const { id, title } = await publish({ title: unique('Read while all is down'), ...words('public') })
    const readable = async () => {
      for (const path of ['/', '/de/index.html', '/status.json', '/feed.atom']) {
        const { status, text } = await statusFile(path)
        expect([path, status, text.includes(title)]).toEqual([path, 200, true])
      }
    }
    await control.kill('api')
    await readable()
    await control.stop('api')
    try {
      await expect(api().get('/status')).rejects.toThrow()
      await readable()
      const page = await openPage('phone')
      const troubles = troublesOf(page)
      await page.goto(addresses().status)
      expect(await page.getByRole('heading', { name: title }).count()).toBe(1)
      expect(troubles).toEqual([])
    } finally {
      await control.start('api')
    }
    expect((await api().get<Announcement>(`/announcements/${id}`)).status).toBe(200)
  })
})
