import type { Page } from 'playwright-core'

export type Layer = { name: string; zone: string; people: string[] }

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
export const unfold = (page: Page, summary: string) =>
  page.locator('summary', { hasText: summary }).first().click()
export const told = (page: Page, sentence: string) => page.getByRole('status').getByText(sentence).waitFor()

const pressAsking = (page: Page, asks: string) => page.locator(`button[name="asks"][value="${asks}"]`).click()

/** Fills one layer of the form that works on weekdays from nine to five, and changes every week. */
async function fillLayer(page: Page, place: number, { name, zone, people }: Layer) {
  const at = (field: string) => page.locator(`[name="layers.${place}.${field}"]`)
  await at('name').fill(name)
  await at('zone').fill(zone)
  for (const [turn, person] of people.entries()) await at(`people.${turn}`).selectOption(person)
  await at('startsOn').fill('2026-01-05')
  await at('handoverAt').fill('09:00')
  await pressAsking(page, `add:layers.${place}.restrictions`)
  for (const day of ['mon', 'tue', 'wed', 'thu', 'fri']) await at(`restrictions.0.weekdays.${day}`).check()
  await at('restrictions.0.from').fill('09:00')
  await at('restrictions.0.to').fill('17:00')
}

/** Builds a schedule in the set-up, layer by layer, and stops before it is saved. */
export async function buildSchedule(page: Page, name: string, zone: string, layers: Layer[]) {
  await page.locator('[name="name"]').fill(name)
  await page.locator('[name="zone"]').fill(zone)
  for (const [place, layer] of layers.entries()) {
    if (place > 0) await pressAsking(page, 'add:layers')
    await fillLayer(page, place, layer)
  }
}
