import type { FormFields } from '../form.ts'

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json | undefined }
export type Thing = { [name: string]: Json | undefined }
export type Option = { value: string; label: string }
type Common = { path: string; label: string; hint?: string; isRequired?: true }

/** What one page of the set-up asks, and where the answer stands in the API's document: `when.words`. */
export type Input =
  | (Common & { kind: 'text' | 'long' | 'time' | 'date' })
  /** English and German. */
  | (Common & { kind: 'both' })
  | (Common & { kind: 'number' })
  | (Common & { kind: 'check' })
  /** Text, `yes`, `no` or a number, as the type that it looks like. */
  | (Common & { kind: 'value' })
  | (Common & { kind: 'select'; options: Option[]; none?: string })
  | (Common & { kind: 'several'; options: Option[] })
  /** People by id, each with the name of the option. */
  | (Common & { kind: 'people'; options: Option[] })
  /** Numbers with commas between them. */
  | (Common & { kind: 'numbers' })
  /** One text a line. */
  | (Common & { kind: 'lines' })
  /** An object that is there only when all of it is answered, or, when it is loose, any of it. */
  | (Common & { kind: 'whole'; inputs: Input[]; isLoose?: true })
  /**
   * A list of objects: on a line each, or folded under the text at a path; in an order that people choose if that
   * matters.
   */
  | (Common & { kind: 'rows'; inputs: Input[]; add: string; isOrdered?: true; foldedUnder?: string })

/** What the page writes at a path of a thing. */
export function at(thing: Json | undefined, path: string): Json | undefined {
  return path
    .split('.')
    .reduce<Json | undefined>(
      (inner, name) => (inner !== null && typeof inner === 'object' ? (inner as Thing)[name] : undefined),
      thing,
    )
}

function put(thing: Thing, path: string, value: Json): void {
  const [name = '', ...rest] = path.split('.')
  if (rest.length === 0) {
    thing[name] = value
    return
  }
  const inner = (thing[name] ?? {}) as Thing
  thing[name] = inner
  put(inner, rest.join('.'), value)
}

/** The API's document as the form says it; what was left empty is not in it. */
export function readThing(inputs: readonly Input[], form: FormFields, prefix = ''): Thing {
  const thing: Thing = {}
  for (const input of inputs) {
    const value = readInput(input, form, `${prefix}${input.path}`)
    if (value !== undefined) put(thing, input.path, value)
  }
  return thing
}

function readInput(input: Input, form: FormFields, name: string): Json | undefined {
  const text = form.text(name)
  switch (input.kind) {
    case 'both': {
      const [en, de] = [form.text(`${name}.en`), form.text(`${name}.de`)]
      return en || de ? { en: en || de, de: de || en } : undefined
    }
    case 'number':
      return text === '' ? undefined : numberIn(text)
    case 'numbers':
      return text.split(/[,;\s]+/).flatMap((one) => (one === '' ? [] : numberIn(one)))
    case 'check':
      return form.isChecked(name)
    case 'value':
      return text === '' ? undefined : valueIn(text)
    case 'several':
      return input.options.map(({ value }) => value).filter((value) => form.isChecked(`${name}.${value}`))
    case 'people':
      return input.options
        .filter(({ value }) => form.isChecked(`${name}.${value}`))
        .map(({ value, label }) => ({ id: value, name: label }))
    case 'lines':
      return text.split('\n').flatMap((line) => line.trim() || [])
    case 'whole': {
      const whole = readThing(input.inputs, form, `${name}.`)
      const demanded = input.isLoose ? 1 : input.inputs.length
      return Object.keys(whole).length >= demanded ? whole : undefined
    }
    case 'rows':
      return rowsIn(form, name).flatMap((row) => {
        const read = readThing(input.inputs, form, `${name}.${row}.`)
        return form.isChecked(`${name}.${row}.remove`) || isBlank(read) ? [] : [read]
      })
    default:
      return text || undefined
  }
}

/** A number that is none goes as it was typed: the API says what is wrong with it. */
const numberIn = (text: string) => (Number.isFinite(Number(text)) ? Number(text) : text)
const valueIn = (text: string) => (text === 'yes' ? true : text === 'no' ? false : numberIn(text))

/** The rows of a list in the order that was chosen, by the number each had on the page. */
const rowsIn = (form: FormFields, name: string): number[] =>
  form
    .text(`${name}.order`)
    .split(',')
    .flatMap((row) => (/^\d{1,3}$/.test(row) ? Number(row) : []))

function isBlank(value: Json | undefined): boolean {
  if (value === undefined || value === false || value === null || value === '') return true
  if (typeof value !== 'object') return false
  return Object.values(value).every((inner) => isBlank(inner as Json | undefined))
}

/** One step of a row up or down its list; what cannot move stays. */
export function moved<Row>(rows: readonly Row[], index: number, by: -1 | 1): Row[] {
  const to = index + by
  const row = rows[index]
  if (row === undefined || to < 0 || to >= rows.length) return [...rows]
  const rest = rows.filter((_, place) => place !== index)
  return [...rest.slice(0, to), row, ...rest.slice(to)]
}

/** What a button inside the form asks for before it is saved: `up:form.3`, `down:form.0`, `add:form`. */
export function rearranged(thing: Thing, asked: string): { thing: Thing; extra: string | undefined } {
  const [what, place = ''] = asked.split(':')
  if (what === 'add') return { thing, extra: place }
  const [, path = '', index = ''] = /^(.*)\.(\d+)$/.exec(place) ?? []
  const rows = at(thing, path)
  if (Array.isArray(rows)) put(thing, path, moved(rows, Number(index), what === 'up' ? -1 : 1))
  return { thing, extra: undefined }
}
