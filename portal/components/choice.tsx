import { FieldError } from './field.tsx'

type Option = { value: string; label: string; hint?: string }
type ChoiceProps = {
  name: string
  legend: string
  hint?: string
  error?: string
  options: Option[]
  chosen?: string
  layout: 'list' | 'grid'
  isRequired?: true
}

/** One of several, as cards that are easy to hit with a thumb. The first card carries the name as id, for error links. */
export function Choice({ name, legend, hint, error, options, chosen, layout, isRequired }: ChoiceProps) {
  const description = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return (
    <fieldset
      className={error ? 'field field-wrong choice' : 'field choice'}
      aria-describedby={description || undefined}
    >
      <legend>{legend}</legend>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
      <div className={`cards cards-${layout}`}>
        {options.map((option, index) => (
          <label key={option.value} className="card">
            <input
              type="radio"
              id={index === 0 ? name : `${name}-${option.value}`}
              name={name}
              value={option.value}
              defaultChecked={chosen === option.value}
              required={isRequired}
            />
            <span>
              <span className="card-label">{option.label}</span>
              {option.hint && <span className="card-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type CheckProps = { name: string; label: string; hint: string; isChecked: boolean }

export const Check = ({ name, label, hint, isChecked }: CheckProps) => (
  <label className="card card-check">
    <input type="checkbox" name={name} value="yes" defaultChecked={isChecked} />
    <span>
      <span className="card-label">{label}</span>
      <span className="card-hint">{hint}</span>
    </span>
  </label>
)
