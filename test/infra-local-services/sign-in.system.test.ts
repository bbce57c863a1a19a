import { describe, expect, test } from 'vitest'
import { expectAccessible, openPage, signIn } from '../support/browser.ts'
import { addresses, api, control } from '../support/product.ts'

describe('the running product', () => {
  test.each(['phone', 'desk'] as const)(
    'signs a person in on a %s through an accessible page',
    async (screen) => {
      const page = await openPage(screen)
      await page.goto(`${addresses().portal}/auth/sign-in?returnTo=/`)
      await page.locator('button[name="person"][value="riley"]').waitFor()
      await expectAccessible(page)
      await signIn(page, 'riley')
      expect(await page.locator('body').innerText()).toContain('Riley')
    },
  )

  test('shows an accessible inbox to people and to checks', async () => {
    const page = await openPage('phone')
    await page.goto(addresses().mail)
    await expectAccessible(page)
    expect(Array.isArray(await control.mail({ to: 'riley@demo.evenkeel.example' }))).toBe(true)
  })

  test('answers the API with the token of a demo person', async () => {
    const me = await api('ana').get<{ id: string }>('/me')
    expect(me).toMatchObject({ status: 200, body: { id: 'ana' } })
  })
})
