import { describe, expect, test } from 'vitest'
import { openPage, signIn, troublesOf } from '../support/browser.ts'
import {
  clockAfter,
  type Incident,
  linkIn,
  mailsAbout,
  move,
  readIncident,
  report,
  resolution,
  sendKeyOf,
  settled,
  timelineOf,
  unique,
} from '../support/incidents.ts'
import { addresses, api } from '../support/product.ts'

const HOUR = 3600
type Survey = { state: string; rating?: number; comment?: string; incident: { id: string } }

async function resolvedReport(title: string, how: object = resolution) {
  const incident = await report(unique(title))
  const moved = await move(incident.id, 'ana', how)
  return { ...incident, resolvedAt: (moved as Incident & { resolvedAt: string }).resolvedAt }
}

const surveyMails = async (id: string) =>
  (await mailsAbout(id)).filter((mail) => sendKeyOf(mail).includes(':survey:'))

/** A resolved incident whose requester has been asked; the link of the mail, and its token. */
async function askedReport(title: string) {
  const incident = await resolvedReport(title)
  await clockAfter(incident.resolvedAt, HOUR + 60)
  const [mail] = await surveyMails(incident.id)
  if (!mail) throw new Error(`Nobody was asked about ${incident.id}.`)
  return { ...incident, mail, ...linkIn(mail, '/surveys/') }
}

const surveyAt = async (token: string) => (await api().get<Survey>(`/surveys/${token}`)).body
const answersIn = async (id: string) =>
  (await timelineOf(id)).filter(({ type }) => type === 'survey.answered').map(({ after }) => after?.rating)

describe('after the resolution', () => {
  test('the requester confirms on the page, and it is closed', async () => {
    const { id } = await resolvedReport('Works again, thank you')
    const page = await openPage('phone')
    await signIn(page, 'riley', `/incidents/${id}`)
    expect(await page.locator('main').innerText()).toContain('The cable was loose.')
    await page.getByRole('button', { name: 'Yes, it works. Close it' }).click()
    await page.getByText('Thank you. The incident is closed.').waitFor()
    expect(await readIncident(id)).toMatchObject({ state: 'closed', stage: 'closure', legalMoves: [] })
    expect(await page.getByRole('button', { name: 'Reopen it' }).count()).toBe(0)
  })

  test('another one says that it does not work, without script, and work goes on', async () => {
    const { id, resolvedAt } = await resolvedReport('Broke again at once')
    const page = await openPage('phone', { javaScriptEnabled: false })
    await signIn(page, 'riley', `/incidents/${id}`)
    await page.locator('summary', { hasText: 'No, it does not work yet' }).click()
    await page.getByLabel('What is still wrong?').fill('It stopped after two pages.')
    await page.getByRole('button', { name: 'Reopen it' }).click()
    await page.getByText('Open again.').waitFor()
    expect(await readIncident(id)).toMatchObject({ state: 'in_progress', reopenCount: 1 })
    expect((await timelineOf(id)).at(-1)).toMatchObject({
      type: 'incident.reopened',
      by: { id: 'riley' },
      text: 'It stopped after two pages.',
    })

    await clockAfter(resolvedAt, 2 * HOUR)
    expect(await surveyMails(id)).toEqual([])
    await move(id, 'ana', resolution)
  })
})

describe('the survey', () => {
  test('comes by mail one hour after the resolution, once', async () => {
    const { id, resolvedAt } = await resolvedReport('Asked after an hour')
    await clockAfter(resolvedAt, HOUR - 60)
    expect(await surveyMails(id)).toEqual([])
    await clockAfter(resolvedAt, HOUR + 60)
    const [mail] = await surveyMails(id)
    expect(mail?.to).toEqual(['riley@demo.evenkeel.example'])
    const ratings = mail?.links.map((link) => new URL(link).searchParams.get('rating')).filter(Boolean)
    expect(new Set(ratings)).toEqual(new Set(['1', '2', '3', '4', '5']))
    await clockAfter(resolvedAt, 3 * HOUR)
    expect(await surveyMails(id)).toHaveLength(1)
  })

  test('does not come for what solved itself', async () => {
    const { id, resolvedAt } = await resolvedReport('Gone by itself', {
      to: 'resolved',
      resolutionCode: 'self_solved',
      notes: 'It went away.',
    })
    await clockAfter(resolvedAt, 2 * HOUR)
    expect(await surveyMails(id)).toEqual([])
    expect(await readIncident(id)).toMatchObject({ state: 'resolved' })
  })

  test('is not answered by opening its link, however often and with whichever number', async () => {
    const { id, url, token } = await askedReport('Opened by every scanner')
    const before = await api('ana').get<Incident>(`/incidents/${id}`)
    for (let rating = 1; rating <= 5; rating++)
      for (const method of ['GET', 'HEAD'])
        for (const link of [`${url}?rating=${rating}`, url])
          expect((await fetch(link, { method })).status).toBe(200)
    const page = await openPage('phone')
    await page.goto(`${url}?rating=1`)
    expect(await page.getByLabel('1, very unhappy').isChecked()).toBe(true)
    await page.goto(url)
    expect(await page.locator('input:checked').count()).toBe(0)

    await settled()
    expect(await surveyAt(token)).toMatchObject({ state: 'open', incident: { id } })
    expect(await surveyAt(token)).not.toHaveProperty('rating')
    const after = await api('ana').get<Incident>(`/incidents/${id}`)
    expect([after.etag, after.body]).toEqual([before.etag, before.body])
    expect(await answersIn(id)).toEqual([])
  })

  test.each([
    { how: 'with script', javaScriptEnabled: true },
    { how: 'without script', javaScriptEnabled: false },
  ])('is recorded by the button once, edited by a second send, $how', async ({ javaScriptEnabled }) => {
    const { id, url, token, resolvedAt } = await askedReport('Rated on a phone')
    const page = await openPage('phone', { javaScriptEnabled })
    const troubles = troublesOf(page)
    await page.goto(`${url}?rating=4`)
    expect(await page.getByLabel('4, happy').isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Send my rating' }).click()
    await page.getByText('You gave us 4 of 5.').waitFor()
    expect(await readIncident(id)).toMatchObject({ rating: { rating: 4 } })
    await page.reload()
    expect(await answersIn(id)).toEqual([4])

    await page.getByLabel('2, unhappy').check()
    await page.getByLabel('Anything you would like to tell us?').fill('It came back\n<twice>.')
    await page.getByRole('button', { name: 'Change my rating' }).click()
    await page.getByText('You gave us 2 of 5.').waitFor()
    const rating = { rating: 2, comment: 'It came back\n<twice>.' }
    expect(await readIncident(id)).toMatchObject({ rating })
    expect(await surveyAt(token)).toMatchObject({ state: 'answered', ...rating })
    expect(await answersIn(id)).toEqual([4, 2])
    expect((await api().post(`/surveys/${token}`, rating)).status).toBe(200)
    expect(await answersIn(id)).toEqual([4, 2])
    expect(troubles).toEqual([])

    const ana = await openPage('desk')
    await signIn(ana, 'ana', `/incidents/${id}`)
    const read = await ana.locator('.desk-facts').innerText()
    expect(read).toContain('2 of 5')
    expect(read).toContain('It came back\n<twice>.')

    await clockAfter(resolvedAt, 14 * HOUR)
    expect((await api().post(`/surveys/${token}`, { rating: 5 })).status).toBe(409)
    expect(await readIncident(id)).toMatchObject({ rating })
  })

  test('asks for a number, and takes none but one to five', async () => {
    const { id, url, token } = await askedReport('Sent without a number')
    const page = await openPage('phone', { javaScriptEnabled: false })
    await page.goto(url)
    await page.getByLabel('Anything you would like to tell us?').fill('Only words.')
    await page.getByRole('button', { name: 'Send my rating' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('Choose a number from 1 to 5')
    expect(await page.getByLabel('Anything you would like to tell us?').inputValue()).toBe('Only words.')
    for (const rating of [0, 6, 2.5, '5', null])
      expect([rating, (await api().post(`/surveys/${token}`, { rating })).status]).toEqual([rating, 422])
    const long = { rating: 3, comment: 'ö'.repeat(20_001) }
    expect((await api().post(`/surveys/${token}`, long)).status).toBe(422)
    expect(await answersIn(id)).toEqual([])
    await page.getByLabel('3, it was all right').check()
    await page.getByLabel('Anything you would like to tell us?').fill(long.comment.slice(1))
    await page.getByRole('button', { name: 'Send my rating' }).click()
    await page.getByText('You gave us 3 of 5.').waitFor()
    expect(await answersIn(id)).toEqual([3])
  })

  test('is withdrawn when the incident is opened again', async () => {
    const { id, url, token } = await askedReport('Asked too early')
    await move(id, 'riley', { to: 'in_progress', comment: 'Not yet.' })
    expect(await surveyAt(token)).toMatchObject({ state: 'withdrawn' })
    expect(await api().post(`/surveys/${token}`, { rating: 1 })).toMatchObject({
      status: 409,
      body: { code: 'conflict', current: { state: 'withdrawn' } },
    })
    const page = await openPage('phone')
    await page.goto(url)
    await page.getByRole('heading', { name: 'This survey is not needed any more' }).waitFor()
    expect(await answersIn(id)).toEqual([])

    const again = await move(id, 'ana', resolution)
    await clockAfter((again as Incident & { resolvedAt: string }).resolvedAt, HOUR + 60)
    const mails = await surveyMails(id)
    expect(mails).toHaveLength(2)
    const [first, second] = mails.map((mail) => linkIn(mail, '/surveys/').token)
    expect(second).not.toBe(first)
    expect((await api().get(`/surveys/${first}`)).status).toBe(404)
    expect(await surveyAt(second ?? '')).toMatchObject({ state: 'open' })
  })
})

describe('the token of a survey', () => {
  test('is worth nothing altered, for another survey, for acknowledging and as a sign-in', async () => {
    const [asked, other] = [await askedReport('Guessed at'), await askedReport('Somebody else’s')]
    const { token } = asked
    const [number = '', secret = ''] = token.split('.')
    const changed = (at: number) =>
      `${token.slice(0, at)}${token[at] === 'a' ? 'b' : 'a'}${token.slice(at + 1)}`
    const worthless = [
      changed(token.length - 1),
      changed(number.length + 1),
      `${other.token.split('.')[0]}.${secret}`,
      `${number}.${secret}a`,
      number,
      '',
    ]
    for (const wrong of worthless) {
      for (const path of [`/surveys/${wrong}`, `/acknowledgements/${wrong}`]) {
        expect([path, (await api().get(path)).status]).toEqual([path, 404])
        expect([path, (await api().post(path, { rating: 1 })).status]).toEqual([path, 404])
      }
      if (wrong) expect((await fetch(`${addresses().portal}/surveys/${wrong}`)).status).toBe(404)
    }
    expect((await api().get(`/acknowledgements/${token}`)).status).toBe(404)
    expect((await api().post(`/acknowledgements/${token}`)).status).toBe(404)
    expect((await fetch(`${addresses().portal}/a/${token}`)).status).toBe(404)
    const headers = { authorization: `Bearer ${token}` }
    expect((await api().get('/me', { headers })).status).toBe(401)
    expect((await api().get(`/incidents/${asked.id}`, { headers })).status).toBe(401)
    for (const { id } of [asked, other]) expect(await answersIn(id)).toEqual([])
    expect(await surveyAt(token)).toMatchObject({ state: 'open' })
  })
})
