import type { ReactNode } from 'react'
import { at, type Input, isAnswer, type Json, type Thing } from '../lib/set-up/blueprint.ts'
import type { Ui } from '../lib/visit.ts'
import { Both, Picks, Several, Turn, written } from './blueprint-leaves.tsx'
import { Check } from './choice.tsx'
import { Disclosure } from './disclosure.tsx'
import { DateField, FieldError, SelectField, TextArea, TextField } from './field.tsx'

type Props = {
  ui: Ui
  inputs: readonly Input[]
  thing: Thing
  errors: Record<string, string>
  /** The list that was asked for one row more. */
  extra?: string
  prefix?: string
}

/** The inputs of a page of the set-up; every one is named by its path in the API's document. */
export const BlueprintFields = ({ inputs, prefix = '', ...rest }: Props) =>
  inputs.map((input) => (
    <BlueprintField key={input.path} {...rest} input={input} name={`${prefix}${input.path}`} />
  ))

type FieldProps = Omit<Props, 'inputs' | 'prefix'> & { input: Input; name: string }

/** What stands before the paths of the inputs of a fold. */
const prefixOf = (name: string, path: string) => name.slice(0, name.length - path.length)

function BlueprintField(props: FieldProps) {
  const { ui, input, name, thing, errors } = props
  const value = at(thing, input.path)
  const field = {
    id: name,
    name,
    label: input.label,
    hint: input.hint,
    error: errors[name],
    value: written(value) || input.begins,
    isRequired: input.isRequired,
  }
  switch (input.kind) {
    case 'text':
    case 'time':
    case 'value':
      return <TextField {...field} maxLength={input.kind === 'time' ? 5 : 200} />
    case 'zone':
      return <TextField {...field} maxLength={60} list="zones" />
    case 'turn':
      return <Turn name={name} input={input} turn={thingIn(value)} errors={errors} />
    case 'numbers':
      return <TextField {...field} value={Array.isArray(value) ? value.join(', ') : ''} maxLength={60} />
    case 'number':
      return <TextField {...field} maxLength={8} inputMode="decimal" />
    case 'date':
      return <DateField {...field} />
    case 'long':
      return <TextArea {...field} maxLength={2000} rows={3} />
    case 'both':
      return <Both ui={ui} name={name} input={input} errors={errors} value={value} />
    case 'check':
      return <Check name={name} label={input.label} hint={input.hint ?? ''} isChecked={value === true} />
    case 'select':
      return (
        <SelectField
          {...field}
          options={[
            ...(input.none === undefined ? [] : [{ value: '', label: input.none }]),
            ...input.options,
          ]}
        />
      )
    case 'several':
      return (
        <Several
          name={name}
          input={input}
          error={field.error}
          chosen={Array.isArray(value) ? value.map(String) : []}
        />
      )
    case 'picks':
      return (
        <Picks ui={ui} name={name} input={input} errors={errors} picked={Array.isArray(value) ? value : []} />
      )
    case 'id':
      return field.value ? <input type="hidden" name={name} value={field.value} /> : null
    case 'fold':
      if (input.shownFor)
        return (
          <div className={`form blueprint-for-${input.shownFor}`}>
            <BlueprintFields {...props} inputs={input.inputs} prefix={prefixOf(name, input.path)} />
          </div>
        )
      return (
        <Disclosure
          summary={input.label}
          isOpen={input.inputs.some(
            (inner) =>
              isAnswer(at(thing, inner.path)) ||
              Object.keys(errors).some((path) => path.startsWith(prefixOf(name, input.path) + inner.path)),
          )}
        >
          {input.hint && <p className="hint">{input.hint}</p>}
          <div className="blueprint-line">
            <BlueprintFields
              {...props}
              inputs={input.inputs}
              thing={thing}
              prefix={prefixOf(name, input.path)}
            />
          </div>
        </Disclosure>
      )
    case 'people':
      return <Several name={name} input={input} error={field.error} chosen={idsIn(value)} />
    case 'lines':
      return (
        <TextArea
          {...field}
          value={Array.isArray(value) ? value.join('\n') : ''}
          maxLength={20_000}
          rows={3}
        />
      )
    case 'whole':
      return (
        <fieldset className="blueprint-whole">
          <legend>{input.label}</legend>
          {input.hint && <p className="hint">{input.hint}</p>}
          <div className="blueprint-line">
            <BlueprintFields {...props} inputs={input.inputs} thing={thingIn(value)} prefix={`${name}.`} />
          </div>
        </fieldset>
      )
    case 'rows':
      return <Rows {...props} ui={ui} input={input} rows={Array.isArray(value) ? value : []} />
  }
}

const thingIn = (value: Json | undefined): Thing =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {}

const idsIn = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.map((one) => written(at(one, 'id'))) : []

type RowsProps = FieldProps & { input: Extract<Input, { kind: 'rows' }>; rows: Json[] }

function Rows({ ui, input, name, rows, extra, errors }: RowsProps) {
  const most = input.most ?? Number.POSITIVE_INFINITY
  const all = extra === name && rows.length < most ? [...rows, {}] : rows
  return (
    <fieldset id={name} className="blueprint-rows" data-rows>
      <legend>{input.label}</legend>
      {input.hint && <p className="hint">{input.hint}</p>}
      {errors[name] && <FieldError id={`${name}-error`}>{errors[name]}</FieldError>}
      <input type="hidden" name={`${name}.order`} value={all.map((_, row) => row).join(',')} />
      <ol>
        {all.map((row, index) => (
          <li
            key={`${index}:${written(at(row, 'id'))}`}
            data-row={input.isOrdered && index}
            className={input.titled ? 'blueprint-card' : input.foldedUnder ? undefined : 'blueprint-row'}
          >
            {input.titled && <h2>{input.titled(index + 1)}</h2>}
            <Folded
              summary={input.foldedUnder && (textAt(row, input.foldedUnder, ui.locale) || input.add)}
              isOpen={
                (extra === name && index === all.length - 1) ||
                [extra, ...Object.keys(errors)].some((path) => path?.startsWith(`${name}.${index}.`))
              }
            >
              <div className="blueprint-line">
                <BlueprintFields
                  ui={ui}
                  inputs={input.inputs}
                  thing={thingIn(row)}
                  errors={errors}
                  extra={extra}
                  prefix={`${name}.${index}.`}
                />
              </div>
            </Folded>
            <RowTools ui={ui} name={name} index={index} last={input.isOrdered ? all.length - 1 : 0} />
          </li>
        ))}
      </ol>
      {all.length < most && <Ask asks={`add:${name}`}>{input.add}</Ask>}
    </fieldset>
  )
}

/** A text, or the one of a text in two languages that the reader reads. */
function textAt(row: Json, path: string, locale: 'en' | 'de'): string {
  const value = at(row, path)
  return written(typeof value === 'object' ? at(value, locale) : value)
}

type FoldedProps = { summary?: string; isOpen: boolean; children: ReactNode }

const Folded = ({ summary, isOpen, children }: FoldedProps) =>
  summary ? (
    <Disclosure summary={summary} isOpen={isOpen}>
      {children}
    </Disclosure>
  ) : (
    children
  )

type ToolsProps = { ui: Ui; name: string; index: number; last: number }

const RowTools = ({ ui, name, index, last }: ToolsProps) => (
  <div className="blueprint-tools">
    {last > 0 && index > 0 && (
      <Ask asks={`up:${name}.${index}`} label={ui.t('setUp.up', { place: index + 1 })}>
        ↑
      </Ask>
    )}
    {index < last && (
      <Ask asks={`down:${name}.${index}`} label={ui.t('setUp.down', { place: index + 1 })}>
        ↓
      </Ask>
    )}
    <label>
      <input type="checkbox" name={`${name}.${index}.remove`} />
      {ui.t('setUp.remove')}
    </label>
  </div>
)

/** Works on the form as it stands and saves nothing. */
const Ask = ({ asks, label, children }: { asks: string; label?: string; children: ReactNode }) => (
  <button
    type="submit"
    name="asks"
    value={asks}
    className="button button-plain"
    aria-label={label}
    formNoValidate
  >
    {children}
  </button>
)
