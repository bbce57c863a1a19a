import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openPage, signIn, troublesOf } from '../support/browser.ts'
import {
  type Incident,
  mailsAbout,
  move,
  readIncident,
  report,
  resolution,
  settled,
  timelineOf,
  unique,
} from '../support/incidents.ts'
import { api } from '../support/product.ts'

const pathOf = ({ id }: Pick<Incident, 'id'>) => `/incidents/${id}`
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const unfold = (page: Page, summary: string) => page.locator('summary', { hasText: summary }).click()
const told = (page: Page, sentence: string) => page.getByRole('status').getByText(sentence).waitFor()
const subjectsTo = async (id: string, person: string) =>
  (await mailsAbout(id, person)).map(({ subject }) => subject.replace(/^\[[^\]]+\] ([^:]+): .*$/, '$1'))

describe('an agent on a desk', () => {
  test('works an incident from the queue to its resolution', async () => {
    const title = unique('Scanner on floor 3 sends blank pages')
    const incident = await report(title, { impact: 'medium', urgency: 'medium' })
    const { id } = incident
    const ana = await openPage('desk')
    const troubles = troublesOf(ana)
    await signIn(ana, 'ana', '/queue')
    await ana.getByRole('link', { name: title }).click()
    await ana.waitForURL(`**${pathOf(incident)}`)

    await press(ana, 'Acknowledge')
    await told(ana, 'Acknowledged. Nobody else will be paged for now.')
    expect(await readIncident(id)).toMatchObject({ state: 'new', acknowledgedBy: { id: 'ana' } })
    expect(await ana.getByRole('button', { name: 'Acknowledge' }).count()).toBe(0)
    await press(ana, 'Take it')
    await told(ana, 'It is yours now.')
    expect(await readIncident(id)).toMatchObject({ state: 'in_progress', assigneeId: 'ana' })

    await ana.locator('#body').fill('Is it only\nthe blue scanner?')
    await press(ana, 'Send public reply')
    await told(ana, 'Your reply was added.')
    await unfold(ana, 'Internal note')
    await ana.locator('#note').fill('The lamp was last changed in 2019.')
    await press(ana, 'Add internal note')
    await told(ana, 'Your note was added.')

    await unfold(ana, 'Put on hold')
    await ana.getByLabel('Waiting for the requester').check()
    const before = troubles.splice(0)
    await press(ana, 'Put on hold')
    expect(await ana.getByRole('alert').innerText()).toContain('Write the question for the requester')
    expect(await ana.getByLabel('Waiting for the requester').isChecked()).toBe(true)
    expect(await readIncident(id)).toMatchObject({ state: 'in_progress' })
    expect([before, troubles.splice(0).filter((trouble) => !trouble.includes('422'))]).toEqual([[], []])
    await ana.locator('#holdComment').fill('Which side is up when you scan?')
    await press(ana, 'Put on hold')
    await told(ana, 'Put on hold.')
    expect(await readIncident(id)).toMatchObject({ state: 'on_hold', holdReason: 'awaiting_requester' })
    await settled()
    expect((await mailsAbout(id, 'riley')).at(-1)?.text).toContain('Which side is up when you scan?')

    const riley = await openPage('phone')
    await signIn(riley, 'riley', pathOf(incident))
    const read = await riley.locator('main').innerText()
    expect(read).toContain('Please answer our question')
    expect(read).toContain('Which side is up when you scan?')
    expect(read).toContain('Is it only\nthe blue scanner?')
    expect(read).not.toMatch(/lamp|Internal/)
    await riley.getByLabel('Your reply').fill('Oh, face down helps.')
    await press(riley, 'Send the reply')
    await told(riley, 'Your reply was added.')
    expect(await readIncident(id)).toMatchObject({ state: 'in_progress', assigneeId: 'ana' })

    await ana.reload()
    expect(await ana.locator('.timeline').innerText()).toContain('Oh, face down helps.')
    await unfold(ana, 'Resolve')
    await press(ana, 'Resolve')
    expect(await ana.getByRole('alert').innerText()).toMatch(/how it was solved\s+Write what solved it/)
    await ana.getByLabel('Explained or advised').check()
    await ana.locator('#notes').fill('Put pages in face down.')
    await press(ana, 'Resolve')
    await told(ana, 'Resolved. The requester is told by email.')
    expect(await readIncident(id)).toMatchObject({ state: 'resolved', resolution: { code: 'advised' } })

    await settled()
    expect(await subjectsTo(id, 'riley')).toEqual([
      'We have your report',
      'We are working on it',
      'Ana Ruiz wrote to you',
      'We need your answer',
      'Solved',
    ])
    await riley.reload()
    expect(await riley.locator('main').innerText()).toContain('Put pages in face down.')
    expect(await timelineOf(id)).toMatchObject([
      { type: 'incident.reported', by: { id: 'riley' } },
      { type: 'incident.acknowledged', by: { id: 'ana' }, channel: 'portal' },
      { type: 'incident.taken' },
      { type: 'incident.commented', visibility: 'public' },
      { type: 'incident.commented', visibility: 'internal' },
      { type: 'incident.moved', after: { state: 'on_hold' }, text: 'Which side is up when you scan?' },
      { type: 'incident.commented', by: { id: 'riley' }, after: { state: 'in_progress' } },
      { type: 'incident.moved', after: { state: 'resolved' }, text: 'Put pages in face down.' },
    ])
    expect(await timelineOf(id, 'riley')).toHaveLength(7)
    expect((await api('ana').get(`${pathOf(incident)}/timeline/verify`)).body).toMatchObject({ intact: true })
  })
})

describe('two agents at once', () => {
  test('the second is told what changed, keeps what was typed, and overwrites nothing', async () => {
    const incident = await report(unique('Two agents want to help'))
    const [ana, ben] = [await openPage('desk'), await openPage('desk')]
    await Promise.all([signIn(ana, 'ana', pathOf(incident)), signIn(ben, 'ben', pathOf(incident))])
    await unfold(ana, 'Resolve')
    await ana.getByLabel('Fixed', { exact: true }).check()
    await ana.locator('#notes').fill('Rebooted it.\nTwice.')
    await press(ben, 'Take it')
    await told(ben, 'It is yours now.')

    await press(ana, 'Resolve')
    const news = await ana.getByRole('alert').innerText()
    expect(news).toContain('Ben Larsen changed this since you looked')
    expect(news).toContain('Ben Larsen took it')
    expect(news).toContain('In progress')
    expect(await ana.locator('#notes').inputValue()).toBe('Rebooted it.\nTwice.')
    expect(await ana.getByLabel('Fixed', { exact: true }).isChecked()).toBe(true)
    expect(await readIncident(incident.id)).toMatchObject({ state: 'in_progress', assigneeId: 'ben' })

    await press(ana, 'Resolve')
    await told(ana, 'Resolved.')
    expect(await readIncident(incident.id)).toMatchObject({ state: 'resolved', assigneeId: 'ben' })
    expect(await timelineOf(incident.id)).toMatchObject([
      {},
      { type: 'incident.taken', by: { id: 'ben' } },
      { type: 'incident.moved', by: { id: 'ana' }, text: 'Rebooted it.\nTwice.' },
    ])
  })

  test('one of two writers of the same version wins through the API, and the other sees what is now', async () => {
    const incident = await report(unique('Two programs want to help'))
    const { etag } = await api('ana').get(pathOf(incident))
    const patch = (person: string, title: string) =>
      api(person).patch<Incident & { current: Incident }>(pathOf(incident), { title }, { ifMatch: etag })
    const answers = await Promise.all([patch('ana', 'By Ana'), patch('ben', 'By Ben')])

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
    const winner = answers.find(({ status }) => status === 200)?.body.title
    const loser = answers.find(({ status }) => status === 412)
    expect(loser?.body).toMatchObject({ code: 'stale', current: { title: winner, version: 2 } })
    expect(await readIncident(incident.id)).toMatchObject({ title: winner, version: 2 })
    await move(incident.id, 'ana', resolution)
  })
})

describe('moves', () => {
  const offered = (page: Page) =>
    page.locator('section.actions > form button, section.actions > details > summary').allInnerTexts()

  test('are offered in the page only while they are legal', async () => {
    const incident = await report(unique('Walks through all its states'))
    const ana = await openPage('desk')
    await signIn(ana, 'ana', pathOf(incident))
    const after = async (body?: object) => {
      if (body) await move(incident.id, 'ana', body)
      await ana.reload()
      return (await offered(ana)).filter((name) => name !== 'Change details')
    }
    expect(await after()).toEqual(['Acknowledge', 'Take it', 'Resolve', 'Put on hold', 'Escalate', 'Cancel'])
    expect(await after({ to: 'in_progress' })).toEqual([
      'Take it',
      'Resolve',
      'Put on hold',
      'Escalate',
      'Cancel',
    ])
    expect(await after({ to: 'on_hold', reason: 'awaiting_vendor' })).toEqual([
      'Take it',
      'Resume work',
      'Resolve',
      'Escalate',
      'Cancel',
    ])
    expect(await after(resolution)).toEqual(['Reopen', 'Close it'])
    expect(await after({ to: 'closed' })).toEqual([])
    expect(await ana.locator('section.actions').innerText()).toContain('There is nothing left to do here.')
  })

  test('answer with the legal ones when they are not', async () => {
    const { id } = await report(unique('Asked for the impossible'))
    const ask = (person: string, body: object) =>
      api(person).act<{ code: string; legalMoves: string[]; errors: unknown[] }>(
        `/incidents/${id}`,
        'moves',
        body,
      )
    expect(await ask('ana', { to: 'closed' })).toMatchObject({
      status: 409,
      body: { code: 'illegal_move', legalMoves: ['in_progress', 'on_hold', 'resolved', 'canceled'] },
    })
    expect(await ask('riley', { to: 'resolved' })).toMatchObject({
      status: 409,
      body: { legalMoves: ['canceled'] },
    })
    expect(await ask('ana', { to: 'on_hold', reason: 'awaiting_requester' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'comment' }] },
    })
    expect(await ask('ana', { to: 'resolved', notes: 'x' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'resolutionCode' }] },
    })
    expect(await readIncident(id)).toMatchObject({ state: 'new', version: 1 })
    expect(await move(id, 'riley', { to: 'canceled' })).toMatchObject({ state: 'canceled', legalMoves: [] })
    expect(await ask('ana', { to: 'in_progress' })).toMatchObject({ status: 409, body: { legalMoves: [] } })
  })
})
