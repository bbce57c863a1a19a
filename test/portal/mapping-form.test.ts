import { describe, expect, test } from 'vitest'
import type { Mapping } from '../../portal/lib/alerts/contract.ts'
import {
  firstMapping,
  formOfMapping,
  mappingField,
  mappingInputs,
  mappingOfForm,
} from '../../portal/lib/alerts/mapping-form.ts'
import { fieldsOf } from '../../portal/lib/form.ts'
import { readThing } from '../../portal/lib/set-up/blueprint.ts'
import type { Ui } from '../../portal/lib/visit.ts'
import { translate } from '../../portal/messages/messages.ts'

const ui = { locale: 'en', t: translate('en') } as Ui

const whole: Mapping = {
  items: 'alerts',
  title: '{{ name }} on {{ host }}',
  summary: 'text',
  dedupKey: 'id',
  status: { path: 'state', resolved: ['ok', 'over'] },
  severity: { path: 'level', values: { P1: 'critical', crit: 'critical', P3: 'warning' } },
  startsAt: 'since',
  link: 'url',
  labels: { host: 'where.host', job: '$.job' },
}

describe('the form of a mapping', () => {
  test.each([
    ['all of it', whole],
    ['the least that a source needs', { title: 'title', labels: {} }],
    ['what a new source begins with', firstMapping],
  ])('says %s, and is read back as the same', (_, mapping) => {
    expect(mappingOfForm(formOfMapping(mapping))).toEqual(mapping)
  })

  test('is read from what a browser sends', () => {
    const sent = fieldsOf([
      ['mapping.title', 'name'],
      ['mapping.status.path', 'state'],
      ['mapping.status.resolved', ' ok , , over '],
      ['mapping.labels.order', '0,1'],
      ['mapping.labels.0.name', 'host'],
      ['mapping.labels.0.path', 'where.host'],
      ['mapping.labels.1.name', ''],
      ['mapping.labels.1.path', ''],
    ])
    expect(mappingOfForm(readThing(mappingInputs(ui), sent, 'mapping.'))).toEqual({
      title: 'name',
      status: { path: 'state', resolved: ['ok', 'over'] },
      labels: { host: 'where.host' },
    })
  })

  test('sends a half of something as it is, so that the API says what is missing', () => {
    expect(mappingOfForm({ title: 'name', status: { resolved: 'ok' } })).toMatchObject({
      status: { path: undefined, resolved: ['ok'] },
    })
  })
})

describe('the field of a refused path', () => {
  const form = formOfMapping(whole)
  test.each([
    ['title', 'title'],
    ['status.path', 'status.path'],
    ['severity.values.P9', 'severity.path'],
    ['labels.job', 'labels.1.path'],
    ['labels.gone', 'labels'],
  ])('%s is %s', (path, field) => {
    expect(mappingField(path, form)).toBe(field)
  })
})
