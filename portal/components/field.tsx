import type { ReactNode } from 'react'
import type { Ui } from '../lib/visit.ts'
import { Icon } from './icon.tsx'

type FieldProps = {
  id: string
  name: string
  label: string
  hint?: string
  error?: string
  value?: string
  isRequired?: true
}

/** What a form brings back when it was not accepted: everything typed, and what to do about it. */
export type Draft = { values: Record<string, string>; errors: Record<string, string>; sentence?: string }
export const emptyDraft: Draft = { values: {}, errors: {} }

const describedBy = ({ id, hint, error }: FieldProps) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined

const Frame = (props: FieldProps & { children: ReactNode }) => (
  <div className={props.error ? 'field field-wrong' : 'field'}>
    <label htmlFor={props.id}>{props.label}</label>
    {props.hint && (
      <p className="hint" id={`${props.id}-hint`}>
        {props.hint}
      </p>
    )}
    {props.error && <FieldError id={`${props.id}-error`}>{props.error}</FieldError>}
    {props.children}
  </div>
)

export const FieldError = ({ id, children }: { id: string; children: ReactNode }) => (
  <p className="field-error" id={id}>
    <Icon name="alert" />
    {children}
  </p>
)

const common = (props: FieldProps) => ({
  id: props.id,
  name: props.name,
  defaultValue: props.value,
  required: props.isRequired,
  'aria-describedby': describedBy(props),
  'aria-invalid': props.error ? (true as const) : undefined,
})

type TextFieldProps = FieldProps & {
  maxLength: number
  autoComplete?: string
  inputMode?: 'decimal'
  /** The id of a list of what is often typed. */
  list?: string
}

export const TextField = (props: TextFieldProps) => (
  <Frame {...props}>
    <input
      type="text"
      maxLength={props.maxLength}
      autoComplete={props.autoComplete ?? 'off'}
      inputMode={props.inputMode}
      list={props.list}
      {...common(props)}
    />
  </Frame>
)

export const DateField = (props: FieldProps) => (
  <Frame {...props}>
    <input type="date" {...common(props)} />
  </Frame>
)

export const TimeField = (props: FieldProps) => (
  <Frame {...props}>
    <input type="time" {...common(props)} />
  </Frame>
)

export const TextArea = (props: FieldProps & { maxLength: number; rows: number }) => (
  <Frame {...props}>
    <textarea rows={props.rows} maxLength={props.maxLength} {...common(props)} />
  </Frame>
)

type Option = { value: string; label: string }

type Group = { label: string; options: Option[] }

const Options = ({ options }: { options: Option[] }) =>
  options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))

export const SelectField = (props: FieldProps & { options: Option[]; groups?: Group[] }) => (
  <Frame {...props}>
    <select {...common(props)}>
      <Options options={props.options} />
      {props.groups?.map(({ label, options }) => (
        <optgroup key={label} label={label}>
          <Options options={options} />
        </optgroup>
      ))}
    </select>
  </Frame>
)

/** On top of the page when something is missing: each line leads to its field. Takes the focus by itself. */
export function ErrorSummary({ ui, draft }: { ui: Ui; draft: Draft }) {
  const errors = Object.entries(draft.errors)
  if (errors.length === 0 && !draft.sentence) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: the page came back because of these lines, so reading starts here.
    <div className="error-summary" role="alert" tabIndex={-1} autoFocus>
      <h2>{ui.t('form.notYet')}</h2>
      {draft.sentence && <p>{draft.sentence}</p>}
      {errors.length > 0 && (
        <ul>
          {errors.map(([name, message]) => (
            <li key={name}>
              <a href={`#${name}`}>{message}</a>
            </li>
          ))}
        </ul>
      )}
      <p>{ui.t('form.nothingLost')}</p>
    </div>
  )
}
