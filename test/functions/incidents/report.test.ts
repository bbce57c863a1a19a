import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { acknowledge } from '../../../functions/incidents/acknowledge.ts'
import { comment } from '../../../functions/incidents/comment.ts'
import { edit } from '../../../functions/incidents/edit.ts'
import { defaultPriorityMatrix } from '../../../functions/incidents/priority.ts'
import { Report, report } from '../../../functions/incidents/report.ts'
import { ana, editor, incidentIn, now, requester, riley, worker } from './fixture.ts'

const input = { title: 'Mail does not arrive', description: 'Since 8:00', impact: 'high', urgency: 'medium' }
const circumstances = {
  id: 'INC-000124',
  now,
  requester: { id: 'riley', name: 'Riley', locale: 'en' },
  by: riley,
  teamId: 'team_service_desk',
  channel: 'portal',
  matrix: defaultPriorityMatrix,
} as const

describe('report', () => {
  test('logs a new incident with its priority and its description as the first entry', () => {
    const { after, events } = report(z.parse(Report, input), circumstances)
    expect(after).toMatchObject({
      id: 'INC-000124',
      state: 'new',
      priority: 'P2',
      teamId: 'team_service_desk',
    })
    expect(events).toEqual([expect.objectContaining({ type: 'incident.reported', text: 'Since 8:00' })])
  })

  test('a title becomes one line', () => {
    const { title } = z.parse(Report, { ...input, title: ' Mail\r\nBcc: everyone\u2028now ' })
    expect(title).toBe('Mail Bcc: everyone now')
  })

  const refused: [string, Record<string, unknown>, string][] = [
    ['a title of 161 characters', { title: 'x'.repeat(161) }, 'title'],
    ['a title that nobody can see', { title: '\u200b\u202e' }, 'title'],
    ['a title of line breaks only', { title: '\r\n' }, 'title'],
    ['a description of 20,001 characters', { description: 'x'.repeat(20_001) }, 'description'],
    ['an unknown impact', { impact: 'huge' }, 'impact'],
    ['a missing urgency', { urgency: undefined }, 'urgency'],
  ]
  test.each(refused)('refuses %s', (_name, change, path) => {
    const result = z.safeParse(Report, { ...input, ...change })
    expect(new Set(result.error?.issues.map((issue) => issue.path[0]))).toEqual(new Set([path]))
  })
})

describe('comment', () => {
  test("a requester's answer resumes the work that waited for it", () => {
    const { after, events } = comment(
      incidentIn('on_hold'),
      { body: 'It is mine', visibility: 'public' },
      requester,
    )
    expect(after.state).toBe('in_progress')
    expect(events[0]?.after).toEqual({ state: 'in_progress' })
  })

  test('whoever works here speaks as the requester of their own incident', () => {
    const own = { requester: { id: 'ana', name: 'Ana', locale: 'en' } } as const
    const { after } = comment(incidentIn('new', own), { body: 'Still down', visibility: 'public' }, worker)
    expect(after.acknowledgedAt).toBeUndefined()
    const answered = comment(incidentIn('on_hold', own), { body: 'Mine', visibility: 'public' }, worker)
    expect(answered.after.state).toBe('in_progress')
  })

  test("a worker's own comment leaves the hold as it is", () => {
    expect(comment(incidentIn('on_hold'), { body: 'Hm', visibility: 'public' }, worker).after.state).toBe(
      'on_hold',
    )
  })

  test('a private comment shows nowhere on the public side', () => {
    const before = incidentIn('new')
    const { after, events } = comment(before, { body: 'Odd', visibility: 'internal' }, worker)
    expect(after).toEqual(before)
    expect(events[0]?.visibility).toBe('internal')
  })

  test.each(['closed', 'canceled'] as const)('nothing is added to a %s incident', (state) => {
    expect(() => comment(incidentIn(state), { body: 'Hi', visibility: 'public' }, worker)).toThrowError(
      expect.objectContaining({ code: 'illegal_move' }),
    )
  })
})

describe('acknowledge', () => {
  const mover = { by: ana, channel: 'portal', now } as const
  test('keeps the state and records who and when', () => {
    const { after } = acknowledge(incidentIn('new'), mover, { paging: true })
    expect(after).toMatchObject({ state: 'new', acknowledgedAt: now, acknowledgedBy: { id: 'ana' } })
  })

  test('a second time changes nothing, unless somebody is being paged again', () => {
    const seen = incidentIn('new', { acknowledgedAt: '2026-11-23T08:10:00.000Z' })
    expect(acknowledge(seen, mover, { paging: false }).events).toEqual([])
    const again = acknowledge(seen, mover, { paging: true })
    expect(again.events).toHaveLength(1)
    expect(again.after.acknowledgedAt).toBe('2026-11-23T08:10:00.000Z')
  })
})

describe('edit', () => {
  test('taking a new incident moves it to in_progress and acknowledges it', () => {
    const { after, events } = edit(incidentIn('new'), { assignee: { id: 'ana', name: 'Ana' } }, editor)
    expect(after).toMatchObject({ state: 'in_progress', assignee: { id: 'ana' }, acknowledgedAt: now })
    expect(events).toEqual([expect.objectContaining({ type: 'incident.taken' })])
  })

  test('the priority follows impact and urgency', () => {
    const { after, events } = edit(incidentIn('new'), { impact: 'low' }, editor)
    expect(after.priority).toBe('P3')
    expect(events[0]).toMatchObject({ before: { priority: 'P1' }, after: { priority: 'P3' } })
  })

  test('an edit that changes nothing leaves no entry', () => {
    const same = { impact: 'high', description: 'Since 8:00' } as const
    expect(edit(incidentIn('new'), same, editor).events).toEqual([])
  })

  test('an override wants a reason, and says who chose it', () => {
    expect(() => edit(incidentIn('new'), { priority: 'P3' }, editor)).toThrowError(
      expect.objectContaining({ code: 'incomplete' }),
    )
    const { after, events } = edit(
      incidentIn('new'),
      { priority: 'P3', priorityReason: 'Only a test system' },
      editor,
    )
    expect(after).toMatchObject({ priority: 'P3', priorityOverride: { by: { id: 'ana' }, at: now } })
    expect(events[0]).toMatchObject({ reason: 'Only a test system', after: { priority: 'P3' } })
  })

  test('an override stays when somebody without the right changes impact or urgency', () => {
    const chosen = incidentIn('new', { priority: 'P3', priorityOverride: { at: now, by: ana } })
    const { after } = edit(chosen, { impact: 'low' }, editor)
    expect([after.impact, after.priority, after.priorityOverride?.at]).toEqual(['low', 'P3', now])
  })

  test('an override stays over other edits and ends with a new impact or on request', () => {
    const chosen = incidentIn('new', { priority: 'P3', priorityOverride: { at: now, by: ana } })
    expect(edit(chosen, { title: 'Mail is slow' }, editor).after.priority).toBe('P3')
    for (const facts of [{ impact: 'medium' as const }, { priority: null }]) {
      const { after } = edit(chosen, facts, { ...editor, mayOverride: true })
      expect([after.priority, after.priorityOverride]).toEqual(['impact' in facts ? 'P2' : 'P1', undefined])
    }
  })

  test('answers of the form are merged and told one by one', () => {
    const texts = { description: '', fields: { device: 'Printer', floor: 3 } }
    const change = edit(incidentIn('new'), { fields: { floor: 4 } }, { ...editor, texts })
    expect(change.texts).toEqual({ description: '', fields: { device: 'Printer', floor: 4 } })
    expect(change.events[0]).toMatchObject({ before: { 'fields.floor': 3 }, after: { 'fields.floor': 4 } })
  })

  test('who follows it is told among those who work on it only', () => {
    const { after, events } = edit(incidentIn('new'), { watchers: [{ id: 'dana', name: 'Dana' }] }, editor)
    expect(events).toEqual([
      expect.objectContaining({ type: 'incident.watchers_changed', visibility: 'internal' }),
    ])
    expect(after.updatedAt).toBe(incidentIn('new').updatedAt)
  })
})
