import { describe, expect, test } from 'vitest'
import { expectAccessible, openPage, signIn } from '../support/browser.ts'
import { calm, move, readIncident, report, resolution, unique } from '../support/incidents.ts'
import { addresses, api } from '../support/product.ts'

const at = (path: string) => `${addresses().portal}${path}`

describe('beside the conversation', () => {
  test('an agent links by number, shows a known problem, and takes both back', async () => {
    const [here, other] = [await report(unique('Doors stay shut')), await report(unique('Gate stays shut'))]
    const ana = await openPage('desk')
    await signIn(ana, 'ana', `/incidents/${here.id}`)
    await ana.locator('summary', { hasText: 'Link an incident' }).click()
    await ana.locator('#linkTo').fill('gate')
    await ana.getByRole('button', { name: 'Link', exact: true }).click()
    expect(await ana.getByRole('alert').innerText()).toContain('Write a number')
    await ana.locator('#linkTo').fill(String(Number(other.id.slice(4))))
    await ana.getByRole('button', { name: 'Link', exact: true }).click()
    await ana.getByRole('status').getByText('Linked.').waitFor()

    await ana.locator('summary', { hasText: 'Show as a known problem' }).click()
    const line = unique('Doors on floor 1')
    await ana.locator('#knownTitle').fill(line)
    await ana.getByRole('button', { name: 'Show it to everybody' }).click()
    await ana.getByText('Marked as a known problem').waitFor()
    await expectAccessible(ana)

    await api('sam').post(`/incidents/${here.id}/me-too`, {})
    const sam = await openPage('phone')
    await signIn(sam, 'sam', `/incidents/${here.id}`)
    const read = await sam.locator('main').innerText()
    expect(read).toContain(line)
    expect(read).toContain('affects you too')
    expect(read).not.toContain(here.title)
    await sam.goto(at('/incidents'))
    expect(await sam.locator('main').innerText()).toContain(line)
    await expectAccessible(sam)

    await ana.reload()
    await ana.getByRole('button', { name: 'Stop showing it' }).click()
    await ana.getByText('It is no known problem any more.').waitFor()
    await ana.getByRole('button', { name: `Remove the link to ${other.id}` }).click()
    await ana.getByText('The link is removed.').waitFor()
    expect(await ana.locator('.links').count()).toBe(0)
  })

  test('a lead sets a priority by hand with a reason, which the timeline tells', async () => {
    const { id } = await report(unique('The fair begins at noon'), calm)
    const dana = await openPage('desk')
    await signIn(dana, 'dana', `/incidents/${id}`)
    await dana.locator('summary', { hasText: 'Set the priority by hand' }).click()
    await dana.getByLabel('P3', { exact: true }).check()
    await dana.getByRole('button', { name: 'Set the priority', exact: true }).click()
    expect(await dana.getByRole('alert').innerText()).toContain('Say why')
    await dana.locator('#priorityReason').fill('Guests arrive at eleven')
    await dana.getByRole('button', { name: 'Set the priority', exact: true }).click()
    await dana.getByText('Saved.').waitFor()
    expect(await dana.locator('.timeline').innerText()).toContain('Guests arrive at eleven')
    expect(await readIncident(id)).toMatchObject({ priority: 'P3' })
  })
})

test('what is closed goes on as a new incident that knows where it comes from', async () => {
  const { id } = await report(unique('The lamp flickers'))
  await move(id, 'ana', resolution)
  await move(id, 'riley', { to: 'closed' })
  const riley = await openPage('phone')
  await signIn(riley, 'riley', `/incidents/${id}`)
  await riley.locator('summary', { hasText: 'it came back' }).click()
  await riley.locator('#body').fill('It flickers again.')
  await riley.getByRole('button', { name: 'Send it' }).click()
  await riley.getByText('We opened a new incident for it.').waitFor()
  const next = new URL(riley.url()).pathname.split('/').at(-1) ?? ''
  expect(next).not.toBe(id)
  expect(await readIncident(next)).toMatchObject({ state: 'new', followsId: id })
  expect(await riley.locator('main').innerText()).toContain(`It goes on from ${id}`)
})
