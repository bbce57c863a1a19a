import { describe, expect, test, vi } from 'vitest'
import { apiFor } from '../../portal/lib/api.ts'
import { typed } from '../../portal/lib/draft.ts'
import { fieldsOf } from '../../portal/lib/form.ts'
import { incidentActions } from '../../portal/lib/incident-actions.ts'

const form = (values: Record<string, string>) => fieldsOf(Object.entries(values))

describe('a form that is older than what it is about', () => {
  const stale = form({
    etag: '"v3"',
    title: 'New words',
    'was:title': 'Old words',
    impact: 'high',
    'was:impact': 'low',
    urgency: 'low',
    'was:urgency': 'low',
    serviceId: '',
    'was:serviceId': '',
  })

  test('comes back with what the writer changed and nothing else', () => {
    expect(typed(stale)).toEqual({ title: 'New words', impact: 'high' })
  })

  test('sends what the writer changed and nothing else', async () => {
    const edit = vi.fn(async () => ({ body: {}, now: new Date(0) }))
    const api = { ...apiFor({ url: 'http://localhost', language: 'en' }), edit }
    await incidentActions.edit?.send(api, { number: 'INC-1', form: stale, zone: 'UTC', isWorker: true })
    expect(edit).toHaveBeenCalledWith('INC-1', { title: 'New words', impact: 'high' }, { etag: '"v3"' })
  })

  test('counts a field as changed that does not say what it was', () => {
    expect(typed(form({ body: 'Hello' }))).toEqual({ body: 'Hello' })
  })
})
