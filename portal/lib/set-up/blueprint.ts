import type { FormFields } from '../form.ts'

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json | undefined }
export type Thing = { [name: string]: Json | undefined }
export type Option = { value: string; label: string }
/** What a list is picked from; an option stands for a whole object of the list. */
export type PickGroup = { label: string; options: { value: string; label: string; thing: Thing }[] }
type Common = {
  path: string
  label: string
  hint?: string
  isRequired?: true
  /** What stands there until somebody answers. */
  begins?: string
}

/** What one page of the set-up asks, and where the answer stands in the API's document: `when.words`. */
export type Input =
  | (Common & { kind: 'text' | 'long' | 'time' | 'date' | 'zone' })
  /** English and German. */
  | (Common & { kind: 'both' })
  | (Common & { kind: 'number' })
  | (Common & { kind: 'check' })
  /** Text, `yes`, `no` or a number, as the type that it looks like. */
  | (Common & { kind: 'value' })
  | (Common & { kind: 'select'; options: Option[]; none?: string })
  /** Several of them, none of which may also mean that the thing has no such list. */
  /** None chosen is no answer, or, in an object that is there, all of them. */
  | (Common & {
      kind: 'several'
      options: Option[]
      isNumeric?: true
      none?: 'nothing' | 'all'
      layout?: 'short'
    })
  /** Objects one below the other, each picked from a list; what is picked empty goes, and `spare` places are free. */
  | (Common & { kind: 'picks'; groups: PickGroup[]; none: string; spare?: number })
  /** How long a turn is: `{ every, unit }`, by a word for what is usual or in any number of units. */
  | (Common & { kind: 'turn'; usual: Option[]; custom: string; units: Option[]; every: string; unit: string })
  /** Not asked: it comes with the thing, and is made up for a new one. */
  | (Common & { kind: 'id'; prefix: string })
  /** People by id, each with the name of the option. */
  | (Common & { kind: 'people'; options: Option[] })
  /** Numbers with commas between them. */
  | (Common & { kind: 'numbers' })
  /** One text a line; without any it may also mean that the thing has no such list. */
  | (Common & { kind: 'lines'; none?: 'nothing' })
  /** An object that is there only when all of it is answered, or, when it is loose, any of it. */
  | (Common & { kind: 'whole'; inputs: Input[]; isLoose?: true })
  /** Rarely needed: folded away until one of them is answered. Their paths are those of the thing around them. */
  | (Common & {
      kind: 'fold'
      inputs: Input[]
      /** Not folded, but only there while a choice of the page is this. */
      shownFor?: string
    })
  /**
   * A list of objects: on a line each, folded under the text at a path, or as cards with a title each; in an order
   * that people choose if that matters.
   */
  | (Common & {
      kind: 'rows'
      inputs: Input[]
      add: string
      isOrdered?: true
      foldedUnder?: string
      titled?: (place: number) => string
      /** As many as the API takes. */
      most?: number
    })

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
  for (const input of unfolded(inputs)) {
    const value = readInput(input, form, `${prefix}${input.path}`)
    if (value !== undefined) put(thing, input.path, value)
  }
  return thing
}

/** The inputs without their folds, which have no place in the document. */
export const unfolded = (inputs: readonly Input[]): readonly Input[] =>
  inputs.flatMap((input) => (input.kind === 'fold' ? unfolded(input.inputs) : [input]))

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
    case 'several': {
      const chosen = input.options
        .map(({ value }) => value)
        .filter((value) => form.isChecked(`${name}.${value}`))
      if (input.none && chosen.length === 0) return undefined
      return input.isNumeric ? chosen.map(Number) : chosen
    }
    case 'picks':
      return picksIn(form, name).flatMap((picked): Json[] => {
        const option = optionOf(input.groups, picked)
        return option ? [option.thing] : []
      })
    case 'turn':
      return input.usual.some(({ value }) => value === text)
        ? { every: 1, unit: text }
        : { every: numberIn(form.text(`${name}.every`)), unit: form.text(`${name}.unit`) }
    case 'id':
      return text || `${input.prefix}_${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`
    case 'people':
      return input.options
        .filter(({ value }) => form.isChecked(`${name}.${value}`))
        .map(({ value, label }) => ({ id: value, name: label }))
    case 'lines':
      return text === '' && input.none ? undefined : text.split('\n').flatMap((line) => line.trim() || [])
    case 'whole': {
      const whole = readThing(input.inputs, form, `${name}.`)
      const demanded = input.isLoose ? 1 : input.inputs.length
      return Object.values(whole).filter(isAnswer).length >= demanded
        ? withAll(input.inputs, whole)
        : undefined
    }
    case 'rows':
      return rowsIn(form, name).flatMap((row) => {
        const asked = input.inputs.filter(({ kind }) => kind !== 'id')
        const isGone =
          form.isChecked(`${name}.${row}.remove`) || isBlank(readThing(asked, form, `${name}.${row}.`))
        return isGone ? [] : [withAll(input.inputs, readThing(input.inputs, form, `${name}.${row}.`))]
      })
    default:
      return text || undefined
  }
}

function withAll(inputs: readonly Input[], thing: Thing): Thing {
  for (const input of inputs)
    if (input.kind === 'several' && input.none === 'all' && at(thing, input.path) === undefined)
      put(
        thing,
        input.path,
        input.options.map(({ value }) => value),
      )
  return thing
}

/** A number that is none goes as it was typed: the API says what is wrong with it. */
const numberIn = (text: string) => (Number.isFinite(Number(text)) ? Number(text) : text)
const valueIn = (text: string) => (text === 'yes' ? true : text === 'no' ? false : numberIn(text))

/** No answer at all, as far as a form can tell: unlike "no", or a zero. */
export const isAnswer = (value: Json | undefined): boolean =>
  value !== undefined && !(Array.isArray(value) && value.length === 0)

const picksIn = (form: FormFields, name: string): string[] =>
  Array.from({ length: 50 }, (_, place) => form.text(`${name}.${place}`))

const optionOf = (groups: readonly PickGroup[], value: string) =>
  groups.flatMap(({ options }) => options).find((option) => option.value === value)

/** The option that stands for an object: the one all of whose values it has. */
export const pickOf = (groups: readonly PickGroup[], thing: Json): string =>
  groups
    .flatMap(({ options }) => options)
    .find((option) => Object.entries(option.thing).every(([key, value]) => at(thing, key) === value))
    ?.value ?? ''

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
