import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../../portal/lib/form.ts'
import { standInFrom, swapFrom } from '../../portal/lib/on-call/change.ts'
import { coloursFor, initialsOf } from '../../portal/lib/on-call/colours.ts'

const form = (values: Record<string, string>) => fieldsOf(Object.entries(values))
const tonight = {
  zone: 'Europe/Berlin',
  fromDate: '2026-10-21',
  fromTime: '18:00',
  toDate: '2026-10-22',
  toTime: '06:00',
  personId: 'dana',
}

describe('the form of a stand-in', () => {
  test('means the clock of its zone', () => {
    expect(standInFrom(form(tonight)).body).toEqual({
      from: '2026-10-21T16:00:00.000Z',
      to: '2026-10-22T04:00:00.000Z',
      personId: 'dana',
    })
  })

  test('knows when a clock change bent one of its times', () => {
    const night = { ...tonight, fromDate: '2026-10-25', fromTime: '02:30', toDate: '2026-10-25' }
    expect(standInFrom(form(night)).body?.but).toBe('repeated')
  })

  test('says what it lacks, beside the field', () => {
    expect(standInFrom(form({ ...tonight, fromTime: '' })).errors).toEqual({ fromTime: 'timeMissing' })
    expect(standInFrom(form({ ...tonight, toDate: '2026-10-21' })).errors).toEqual({ toTime: 'endsBefore' })
  })
})

describe('the form of a swap', () => {
  const asked = { shift: 'a/b', withId: 'dana' }

  test('asks for one shift, and may take another in return', () => {
    expect(swapFrom(form(asked)).body).toEqual({ from: 'a', to: 'b', withId: 'dana' })
    expect(swapFrom(form({ ...asked, return: 'dana|c/d' })).body?.return).toEqual({ from: 'c', to: 'd' })
  })

  test('takes nothing that belongs to somebody else', () => {
    expect(swapFrom(form({ ...asked, return: 'omar|c/d' })).errors).toEqual({ return: 'returnNotTheirs' })
    expect(swapFrom(form({ withId: 'dana' })).errors).toEqual({ shift: 'chooseShift' })
  })
})

describe('people in a calendar', () => {
  test('have a colour each as long as there are enough, whatever the order', () => {
    const people = ['ana', 'dana', 'omar', 'ines', 'lee', 'kim', 'max', 'eve'].map((id) => ({ id, name: id }))
    const colourOf = coloursFor(people)
    expect(new Set(people.map(({ id }) => colourOf(id))).size).toBe(8)
    const turned = coloursFor([...people].reverse())
    expect(people.map(({ id }) => turned(id))).toEqual(people.map(({ id }) => colourOf(id)))
  })

  test.each([
    ['Dana Novak', 'DN'],
    ['Ana', 'A'],
    ['Jean Paul van Dam', 'JD'],
    ['  ', ''],
  ])('have initials: %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})
