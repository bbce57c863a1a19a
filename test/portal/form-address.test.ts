import { expect, test } from 'vitest'
import { formPage, toFormPage } from '../../portal/lib/form-address.ts'

test.each([
  ['/report/send', '/report'],
  ['/incidents/INC-000001/take', '/incidents/INC-000001'],
  ['/announcements/publish', '/announcements/new'],
  ['/announcements/ann_1/update', '/announcements/ann_1'],
  ['/surveys/some.token/answer', '/surveys/some.token'],
  ['/a/some.token/acknowledge', '/a/some.token'],
  ['/auth/sign-out', '/'],
  ['/language', '/'],
])('%s is the address of a form on %s', (path, page) => {
  expect(formPage(path)).toBe(page)
  expect(formPage(page)).toBe(page)
})

test.each(['/queue?view=mine', '/incidents?cursor=x', '/announcements/new', '/a/some.token'])(
  '%s is a page itself',
  (path) => expect(formPage(path)).toBe(path),
)

test('whoever opens the address of a form is led to its page', () => {
  const { status, headers } = toFormPage(new Request('http://localhost/incidents/INC-000001/take?x=1'))
  expect([status, headers.get('location')]).toEqual([303, '/incidents/INC-000001'])
})
