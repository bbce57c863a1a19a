import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openPage, signIn, troublesOf } from '../support/browser.ts'
import { calm, type Incident, mailsAbout, readIncident, settled, unique } from '../support/incidents.ts'
import { addresses, api, control } from '../support/product.ts'
import { fillReport, numberOf } from './report-form.ts'

const stuckTeam = {
  service: 'VPN',
  urgency: 'No, I am stuck',
  impact: 'Several people or my team',
}
const reportsOf = async (person: string, title: string) =>
  (await api(person).get<{ items: Incident[] }>('/incidents?limit=100')).body.items.filter(
    (row) => row.title === title,
  )

describe('reporting from a phone', () => {
  test.each([
    { how: 'with script', javaScriptEnabled: true },
    { how: 'without script', javaScriptEnabled: false },
  ])('leads from signing in to a number, a priority and a mail, $how', async ({ how, javaScriptEnabled }) => {
    const page = await openPage('phone', { javaScriptEnabled })
    const troubles = troublesOf(page)
    const authorizations: URLSearchParams[] = []
    page.on('request', (request) => {
      const { searchParams } = new URL(request.url())
      if (searchParams.has('response_type')) authorizations.push(searchParams)
    })
    const began = performance.now()

    await signIn(page, 'riley', '/report')
    expect(Object.fromEntries(authorizations[0] ?? [])).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    })

    const title = `VPN drops every ten minutes, ${how}`
    await fillReport(page, { title, description: 'Since the update.\nThree of us.', ...stuckTeam })
    await page.getByRole('button', { name: 'Send the report' }).click()
    const id = await numberOf(page)

    expect(performance.now() - began).toBeLessThan(60_000)
    await page.getByText(`Thank you, we have your report. It is ${id}.`).waitFor()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title)
    expect(await page.locator('header', { has: page.locator('h1') }).innerText()).toContain('P2')
    const stages = page.getByRole('list', { name: 'Steps of this incident' }).locator('li')
    expect(await stages.count()).toBe(7)
    expect(await page.locator('[aria-current="step"]').getAttribute('data-stage')).toBe('categorisation')
    expect(await readIncident(id)).toMatchObject({ priority: 'P2', serviceId: 'svc_vpn', title })

    await settled()
    const [confirmation, ...more] = await mailsAbout(id, 'riley')
    expect(confirmation?.subject).toBe(`[${id}] We have your report: ${title}`)
    expect(confirmation?.links).toContain(`${addresses().portal}/incidents/${id}`)
    expect(more).toEqual([])
    expect(troubles).toEqual([])
  })

  test('speaks German to who reads German, on the page and in the mail', async () => {
    const page = await openPage('phone')
    await signIn(page, 'noor', '/report')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Problem melden')

    const title = 'Drucker zieht kein Papier – „Überlauf“ im Fach'
    await fillReport(page, { title, urgency: 'Ja, es hat Zeit', impact: 'Mehrere oder mein Team' })
    await page.getByRole('button', { name: 'Meldung senden' }).click()
    const id = await numberOf(page)

    expect(await page.locator('.shell').getAttribute('lang')).toBe('de')
    expect(await page.locator('main').innerText()).toContain('Was als Nächstes geschieht')
    expect(await readIncident(id)).toMatchObject({ priority: 'P4', title })
    await settled()
    const [confirmation] = await mailsAbout(id, 'noor')
    expect(confirmation?.subject).toBe(`[${id}] Wir haben Ihre Meldung: ${title}`)
    expect(confirmation?.html).toContain('<html lang="de">')
  })
})

describe('a report that is not complete', () => {
  test('comes back with everything typed, says what is missing, and can then be sent', async () => {
    const page = await openPage('phone', { javaScriptEnabled: false })
    await signIn(page, 'riley', '/report')
    const typed = {
      title: unique('The "new" scanner <jams>'),
      description: 'First line\n\n  indented second line',
    }
    await fillReport(page, { ...typed, service: 'Email', impact: 'Just me' })
    await page.getByRole('button', { name: 'Send the report' }).click()

    const errors = page.getByRole('alert')
    expect(await errors.innerText()).toContain('Tell us whether you can work')
    expect(await page.locator('#title').inputValue()).toBe(typed.title)
    expect(await page.locator('#description').inputValue()).toBe(typed.description)
    expect(await page.getByRole('radio', { name: 'Email', exact: true }).isChecked()).toBe(true)
    expect(await page.getByLabel('Just me').isChecked()).toBe(true)
    expect(await reportsOf('riley', typed.title)).toEqual([])

    await page.getByLabel('Yes, it can wait').check()
    await page.getByRole('button', { name: 'Send the report' }).click()
    const id = await numberOf(page)
    expect(await readIncident(id)).toMatchObject({ ...typed, serviceId: 'svc_email', priority: 'P5' })
  })

  test('is kept on the page while the API is down, and arrives once when it is sent again', async () => {
    const page = await openPage('phone')
    await signIn(page, 'riley', '/report')
    const title = unique('Reported while nothing answered')
    await fillReport(page, { title, urgency: 'Yes, it can wait', impact: 'Just me' })
    await control.stop('api')
    try {
      await page.getByRole('button', { name: 'Send the report' }).click()
      await page.getByRole('heading', { name: 'We could not send this yet' }).waitFor()
      expect(await page.locator('main').innerText()).toContain(title)
    } finally {
      await control.start('api')
    }
    await page.getByRole('button', { name: 'Send it again' }).click()
    const id = await numberOf(page)
    expect((await reportsOf('riley', title)).map((row) => row.id)).toEqual([id])
  })
})

describe('sending twice', () => {
  test('makes one incident when the form arrives twice at once, and again after that', async () => {
    const page = await openPage('desk')
    await signIn(page, 'riley', '/report')
    const title = unique('Pressed twice in a hurry')
    await fillReport(page, { title, urgency: 'Yes, it can wait', impact: 'Just me' })
    const form = await page.evaluate<Record<string, string>>(
      "Object.fromEntries(new FormData(document.querySelector('form.form-main')))",
    )
    const press = () =>
      page.request.post(`${addresses().portal}/report/send`, {
        form,
        // As the browser that shows the form would send it.
        headers: { origin: addresses().portal, 'accept-language': 'en-GB' },
        maxRedirects: 0,
      })
    const answers = [...(await Promise.all([press(), press()])), await press()]
    await page.getByRole('button', { name: 'Send the report' }).click()
    const id = await numberOf(page)

    expect(answers.map((answer) => [answer.status(), answer.headers().location])).toEqual(
      Array(3).fill([303, `/incidents/${id}`]),
    )
    await settled()
    expect((await reportsOf('riley', title)).map((row) => row.id)).toEqual([id])
    expect(await mailsAbout(id, 'riley')).toHaveLength(1)
  })

  test('answers the first incident again to the same Idempotency-Key, also when both come at once', async () => {
    const title = unique('Sent twice by a nervous client')
    const idempotencyKey = randomUUID()
    const send = () => api('riley').post<Incident>('/incidents', { title, ...calm }, { idempotencyKey })
    const answers = [...(await Promise.all([send(), send()])), await send()]
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(await reportsOf('riley', title)).toHaveLength(1)
    // The key is the caller's own: somebody else's request under the same key is another request.
    const other = await api('sam').post<Incident>('/incidents', { title, ...calm }, { idempotencyKey })
    expect([other.status, other.body.id === answers[0]?.body.id]).toEqual([201, false])
  })
})
