import { type Story, siteOf } from '../../../functions/status/site.ts'
import { now } from '../announcements/fixture.ts'

export const addresses = { portalUrl: 'https://desk.example', statusUrl: 'https://status.example' }

const component = (id: string, en: string, de: string) => ({
  id,
  name: { en, de },
  group: { en: 'All', de: 'Alle' },
})
const components = [component('cmp_email', 'Email', 'E-Mail'), component('cmp_vpn', 'VPN', 'VPN')]

export const siteWith = (active: Story[], recent: Story[] = [], at = now) =>
  siteOf({ organisationName: 'Northwind', components, active, recent, now: at })
