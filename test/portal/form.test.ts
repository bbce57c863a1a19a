import { describe, expect, test } from 'vitest'
import { componentsAfter, readAnnouncement, readUpdate } from '../../portal/lib/announcement-form.ts'
import { draftOf } from '../../portal/lib/draft.ts'
import { fieldsOf, readForm } from '../../portal/lib/form.ts'
import { incidentActions } from '../../portal/lib/incident-actions.ts'
import { Problem } from '../../portal/lib/problem.ts'
import { readReport } from '../../portal/lib/report-form.ts'

const form = (values: Record<string, string>) => fieldsOf(Object.entries(values))

describe('a form', () => {
  test('reads line breaks as people mean them and trims around the text', () => {
    expect(form({ body: '  one\r\ntwo \r\n' }).text('body')).toBe('one\ntwo')
  })

  test('knows only the values that were offered', () => {
    expect(form({ stage: 'new' }).oneOf('stage', ['new', 'closed'])).toBe('new')
    expect(form({ stage: 'elsewhere' }).oneOf('stage', ['new', 'closed'])).toBeUndefined()
  })

  test('drops files, and refuses what is far too large or no form', async () => {
    expect(fieldsOf([['file', new File(['x'], 'x.txt')]]).entries()).toEqual([])
    const post = (body: string, headers: Record<string, string>) =>
      readForm(new Request('http://localhost/report/send', { method: 'POST', body, headers }))
    const type = 'application/x-www-form-urlencoded'
    expect((await post('title=Hello', { 'content-type': type }))?.text('title')).toBe('Hello')
    expect(await post('a=b', { 'content-type': type, 'content-length': '2000000' })).toBeUndefined()
    expect(await post('{}', { 'content-type': 'application/json' })).toBeUndefined()
  })
})

describe('reading a report', () => {
  const complete = {
    title: 'Mail is slow',
    description: '',
    urgency: 'low',
    impact: 'high',
    serviceId: 'svc_email',
  }

  test('takes what is there and leaves out what is empty', () => {
    expect(readReport(form({ ...complete, categoryId: '' }), [])).toEqual({
      errors: {},
      body: {
        ...complete,
        urgency: 'low',
        impact: 'high',
        categoryId: undefined,
        onBehalfOf: undefined,
        fields: {},
      },
    })
  })

  test.each([
    [{ title: ' ' }, { title: 'needTitle' }],
    [{ title: 'x'.repeat(161) }, { title: 'longTitle' }],
    [{ description: 'x'.repeat(20_001) }, { description: 'longDescription' }],
    [{ urgency: 'extreme' }, { urgency: 'needUrgency' }],
    [{ impact: '' }, { impact: 'needImpact' }],
  ])('names what %o lacks', (change, errors) => {
    expect(readReport(form({ ...complete, ...change }), []).errors).toEqual(errors)
  })
})

describe('reading an announcement', () => {
  const complete = { title: 'Email late', body: 'We look', stage: 'investigating', audience: 'public' }

  test('lists the components that are affected', () => {
    const sent = form({
      ...complete,
      'component:cmp_email': 'degraded',
      'component:cmp_vpn': '',
      highPriority: 'yes',
    })
    expect(readAnnouncement(sent)).toMatchObject({
      errors: {},
      body: { components: [{ id: 'cmp_email', state: 'degraded' }], highPriority: true },
    })
  })

  test('names all that is missing at once', () => {
    expect(Object.keys(readAnnouncement(form({})).errors)).toEqual(['title', 'body', 'stage', 'audience'])
  })

  test('a resolution leaves the components to the API', () => {
    expect(readUpdate(form({ stage: 'resolved', resolution: 'Works again' })).body).toEqual({
      stage: 'resolved',
      body: 'Works again',
    })
  })

  test('an update changes the components that the writer touched, as they stand by then', () => {
    const { changes } = readUpdate(
      form({
        stage: 'monitoring',
        body: 'Better',
        'component:cmp_email': 'degraded',
        'was:component:cmp_email': 'degraded',
        'component:cmp_vpn': 'operational',
        'was:component:cmp_vpn': 'degraded',
        'component:cmp_web': '',
        'was:component:cmp_web': 'degraded',
        'component:cmp_print': '',
        'was:component:cmp_print': '',
      }),
    )
    expect([...changes.keys()]).toEqual(['cmp_vpn', 'cmp_web'])
    const current = ['cmp_email', 'cmp_web'].map((id) => ({ id, state: 'major_outage' as const }))
    expect(componentsAfter(current, changes)).toEqual([
      { id: 'cmp_email', state: 'major_outage' },
      { id: 'cmp_vpn', state: 'operational' },
    ])
  })
})

describe('an action on an incident', () => {
  const check = (name: string, values: Record<string, string>, isWorker = true) =>
    incidentActions[name]?.check?.(form(values), { isWorker })

  test('waiting for the requester needs a question', () => {
    expect(check('hold', { holdReason: 'awaiting_requester' })).toEqual({
      holdComment: 'desk.needHoldComment',
    })
    expect(check('hold', { holdReason: 'awaiting_requester', holdComment: 'Which one?' })).toEqual({})
    expect(check('hold', { holdReason: 'awaiting_vendor' })).toEqual({})
  })

  test('resolving needs a code and notes', () => {
    expect(check('resolve', {})).toEqual({ resolutionCode: 'desk.needCode', notes: 'desk.needNotes' })
  })

  test('a requester takes a report back without a reason, a worker gives one', () => {
    expect(check('cancel', {}, false)).toEqual({})
    expect(check('cancel', {})).toEqual({ reason: 'desk.needReason' })
  })
})

describe('a refused form', () => {
  const sent = form({ key: 'k', etag: '"v3"', holdComment: 'typed' })

  test('comes back with all that was typed, each error at its field', () => {
    const problem = new Problem({
      status: 422,
      code: 'incomplete',
      title: 'Not complete',
      errors: [{ path: 'comment', message: 'Too long' }],
    })
    expect(draftOf(sent, problem, { fields: { comment: 'holdComment' } })).toEqual({
      values: { holdComment: 'typed' },
      errors: { holdComment: 'Too long' },
      sentence: undefined,
    })
  })

  test('says the sentence of the API where no field is named', () => {
    const problem = new Problem({
      status: 409,
      code: 'illegal_move',
      title: 'Not now',
      detail: 'It is resolved.',
    })
    expect(draftOf(sent, problem).sentence).toBe('It is resolved.')
  })
})
