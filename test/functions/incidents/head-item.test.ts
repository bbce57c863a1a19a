import { randomUUID } from 'node:crypto'
import { marshall } from '@aws-sdk/util-dynamodb'
import { describe, expect, test } from 'vitest'
import { headItem, incidentFrom, rowFrom } from '../../../functions/incidents/head-item.ts'
import type { Incident } from '../../../functions/incidents/incident.ts'
import { states } from '../../../functions/incidents/lifecycle.ts'
import { sha256 } from '../../../functions/runtime/hash.ts'
import { itemBytes } from '../../support/capacity.ts'
import { incidentIn, now } from './fixture.ts'

const stored = (incident: Incident) => marshall(headItem(incident), { removeUndefinedValues: true })

/** As heavy as they come in a company with a user pool: long ids, a long title, a page running. */
const heavy: Partial<Incident> = {
  title: 'x'.repeat(160),
  requester: { id: randomUUID(), name: 'Maximiliane Oberhuber', locale: 'de', organisationId: 'org_north' },
  assignee: { id: randomUUID(), name: 'Konstantin Wassermann' },
  acknowledgedAt: now,
  acknowledgedBy: { id: randomUUID(), name: 'Konstantin Wassermann' },
  serviceId: 'svc_email',
  categoryId: 'cat_software',
  publicChain: { seq: 12, hash: sha256('a') },
  internalChain: { seq: 34, hash: sha256('b') },
  timers: { resume: now },
  generation: 17,
  version: 46,
  slices: {
    escalation: {
      policyId: 'pol_major',
      next: 1,
      status: 'acknowledged',
      steps: ['team_service_desk', 'team_infrastructure', 'team_database'].map((id) => ({
        delayMinutes: 5,
        targets: [{ kind: 'team', id }],
      })),
    },
  },
}

describe('a stored head', () => {
  test.each(states)('gives back the incident that is %s', (state) => {
    const incident = { ...incidentIn(state, heavy) }
    expect(incidentFrom(headItem(incident))).toEqual(incident)
    expect(incidentFrom(headItem(incidentIn(state)))).toEqual(incidentIn(state))
  })

  test.each(states)('of a heavy incident that is %s stays near 1 KB', (state) => {
    expect(itemBytes(stored(incidentIn(state, heavy)))).toBeLessThanOrEqual(1_300)
  })

  test('is in the lists of work while it is open, and in its requester’s always', () => {
    for (const state of states) {
      const open = ['new', 'in_progress', 'on_hold'].includes(state)
      const item = headItem(incidentIn(state))
      expect([state, 'teamKey' in item, 'assigneeKey' in item]).toEqual([state, open, open])
      expect(item.requesterKey).toBe('R#riley')
    }
  })

  test('is in the due index while a timer runs', () => {
    expect(headItem(incidentIn('new'))).not.toHaveProperty('dueKey')
    expect(headItem(incidentIn('new', { timers: { survey: '2027', resume: '2026' } }))).toMatchObject({
      dueKey: expect.stringMatching(/^D#[0-3]$/),
      nextDueAt: '2026',
      dueKind: 'resume',
    })
  })

  test('makes the row that a list shows', () => {
    const row = rowFrom(headItem(incidentIn('on_hold', { assignee: { id: 'ana', name: 'Ana' } })))
    expect(row).toMatchObject({
      id: 'INC-000123',
      state: 'on_hold',
      stage: 'diagnosis',
      assigneeId: 'ana',
      requesterName: 'Riley',
    })
    expect(row.holdReason).toBe('awaiting_requester')
  })
})
