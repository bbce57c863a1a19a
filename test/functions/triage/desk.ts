import { expect } from 'vitest'
import type { Settings } from '../../../functions/settings/settings.ts'
import type { Model } from '../../../functions/triage/model.ts'
import { onIncident } from '../../../functions/triage/triage-incident.ts'
import type { TriageSettings } from '../../../functions/triage/triage-settings.ts'
import { type Api, demoSettings } from '../../support/api.ts'
import { problem } from '../../support/table-api.ts'
import { model, now } from './fixture.ts'

export const network = {
  ...problem,
  title: 'VPN tunnel',
  description: 'The gateway drops it.',
  serviceId: 'svc_vpn',
}
export const resolution = { to: 'resolved', resolutionCode: 'fixed', notes: 'The gateway was restarted.' }

/** A desk over a table: riley reports, ana works, and events come when the test says so. */
export const deskOver = (api: Api) => ({
  reported: (pk: string) => onIncident({ pk, type: 'incident.reported' }, now, api.services),
  moved: (pk: string) =>
    onIncident({ pk, type: 'incident.moved', after: { state: 'resolved' } }, now, api.services),

  async setTriage(triage: Partial<TriageSettings>): Promise<void> {
    const standing = { mode: 'recommend', autoConfidence: 0.5 } as const
    const version = await api.services.settings.version()
    const settings: Settings = { ...demoSettings, triage: { ...standing, rules: [], ...triage } }
    expect(await api.services.settings.replace(settings, version, now)).toBe(true)
  },

  async putModel(replacement: Model = model) {
    const { models } = api.services.triage
    const head = await models.replace(replacement, await models.readHead())
    if (!head) throw new Error('Somebody else trained.')
    return head
  },

  async report(body: object = network): Promise<string> {
    const riley = await api.as('riley')
    const { body: incident, status } = await riley.post('/incidents', body)
    expect(status).toBe(201)
    return incident.id
  },

  /** As ana sees it, and what she changes. */
  async agent(id: string) {
    const ana = await api.as('ana')
    const read = async () => (await ana.get(`/incidents/${id}`)).body as unknown as Record<string, unknown>
    return {
      read,
      async change(body: object, path = '') {
        const { etag } = await ana.get(`/incidents/${id}`)
        const send = path === '' ? ana.patch : ana.post
        const { status } = await send(`/incidents/${id}${path}`, body, { 'if-match': etag })
        expect(status).toBe(200)
      },
    }
  },
})
