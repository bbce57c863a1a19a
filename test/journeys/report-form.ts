import type { Page } from 'playwright-core'

type Words = { title: string; description?: string; service?: string; urgency?: string; impact?: string }

/** Fills the report as a person does, by its labels; what is not given stays as it is. */
export async function fillReport(page: Page, { title, description, service, urgency, impact }: Words) {
  if (service) await page.getByRole('radio', { name: service, exact: true }).check()
  await page.locator('#title').fill(title)
  if (description) await page.locator('#description').fill(description)
  if (urgency) await page.getByLabel(urgency, { exact: true }).check()
  if (impact) await page.getByLabel(impact, { exact: true }).check()
}

/** The number in the address of the page that a report leads to. */
export async function numberOf(page: Page): Promise<string> {
  await page.waitForURL(/\/incidents\/INC-\d{6,}$/)
  return page.url().split('/').at(-1) ?? ''
}
