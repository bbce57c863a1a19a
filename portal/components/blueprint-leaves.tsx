import { at, type Input, type Json, pickOf, type Thing } from '../lib/set-up/blueprint.ts'
import type { Ui } from '../lib/visit.ts'
import { FieldError, SelectField, TextField } from './field.tsx'

export const written = (value: Json | undefined): string => {
  if (value === true) return 'yes'
  if (value === false) return 'no'
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value)
}

type BothProps = {
  ui: Ui
  name: string
  input: Input
  errors: Record<string, string>
  value: Json | undefined
}

export function Both({ ui, input, name, value, errors }: BothProps) {
  return (
    <fieldset className="blueprint-whole">
      <legend>{input.label}</legend>
      {input.hint && <p className="hint">{input.hint}</p>}
      <div className="blueprint-line">
        {(['en', 'de'] as const).map((language) => (
          <TextField
            key={language}
            id={`${name}.${language}`}
            name={`${name}.${language}`}
            label={ui.t(`setUp.language_${language}`)}
            // What has one name for all languages shows it in each.
            value={written(typeof value === 'string' ? value : at(value, language))}
            error={errors[`${name}.${language}`] ?? (language === 'en' ? errors[name] : undefined)}
            maxLength={300}
          />
        ))}
      </div>
    </fieldset>
  )
}

type SeveralProps = {
  name: string
  input: Extract<Input, { kind: 'several' | 'people' }>
  chosen: string[]
  error?: string
}

export const Several = ({ name, input, chosen, error }: SeveralProps) => (
  <fieldset id={name} className={error ? 'blueprint-whole field-wrong' : 'blueprint-whole'}>
    <legend>{input.label}</legend>
    {input.hint && <p className="hint">{input.hint}</p>}
    {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
    <div
      className={
        'layout' in input && input.layout ? 'blueprint-several blueprint-short' : 'blueprint-several'
      }
    >
      {input.options.map(({ value, label }) => (
        <label key={value}>
          <input type="checkbox" name={`${name}.${value}`} defaultChecked={chosen.includes(value)} />
          {label}
        </label>
      ))}
    </div>
  </fieldset>
)

type TurnProps = {
  name: string
  input: Extract<Input, { kind: 'turn' }>
  turn: Thing
  errors: Record<string, string>
}

/** The number and its unit only matter, and with today's browsers only show, when nothing usual is chosen. */
export function Turn({ name, input, turn, errors }: TurnProps) {
  const { every, unit } = turn
  const isUsual = every === undefined || (every === 1 && input.usual.some(({ value }) => value === unit))
  return (
    <div className="blueprint-turn">
      <SelectField
        id={name}
        name={name}
        label={input.label}
        hint={input.hint}
        error={errors[name]}
        value={isUsual ? written(unit) : 'custom'}
        options={[...input.usual, { value: 'custom', label: input.custom }]}
      />
      <div className="blueprint-line blueprint-turn-custom">
        <TextField
          id={`${name}.every`}
          name={`${name}.every`}
          label={input.every}
          error={errors[`${name}.every`]}
          value={written(every) || '2'}
          maxLength={3}
          inputMode="decimal"
        />
        <SelectField
          id={`${name}.unit`}
          name={`${name}.unit`}
          label={input.unit}
          error={errors[`${name}.unit`]}
          value={written(unit)}
          options={input.units}
        />
      </div>
    </div>
  )
}

type PicksProps = {
  ui: Ui
  name: string
  input: Extract<Input, { kind: 'picks' }>
  picked: Json[]
  errors: Record<string, string>
}

/** What is picked, and a place more: further ones appear with the next look at the page. */
export function Picks({ ui, name, input, picked, errors }: PicksProps) {
  const error = Object.entries(errors).find(([path]) => path === name || path.startsWith(`${name}.`))?.[1]
  return (
    <fieldset id={name} className={error ? 'blueprint-whole field-wrong' : 'blueprint-whole'}>
      <legend>{input.label}</legend>
      {input.hint && <p className="hint">{input.hint}</p>}
      {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
      <div className="blueprint-picks">
        {[...picked, ...Array.from({ length: input.spare ?? 1 }, () => ({}))].map((thing, place) => {
          const chosen = place < picked.length ? pickOf(input.groups, thing) : ''
          return (
            <select
              // The same place may be picked anew after a look at the page.
              key={`${place}:${chosen}`}
              name={`${name}.${place}`}
              defaultValue={chosen}
              aria-label={ui.t('setUp.pick', { what: input.label, place: place + 1 })}
            >
              <option value="">
                {place >= picked.length
                  ? input.none
                  : chosen
                    ? ui.t('setUp.pickGone')
                    : ui.t('setUp.pickLeft', { who: written(at(thing, 'name')) || written(at(thing, 'id')) })}
              </option>
              {input.groups.map(({ label, options }) => (
                <optgroup key={label} label={label}>
                  {options.map((option) => (
                    <option key={option.value} value={option.value}>
                      {option.label}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          )
        })}
      </div>
    </fieldset>
  )
}
