import { inputName, questionsOf, rulesFor } from '../lib/category-forms.ts'
import type { Category, Field } from '../lib/contract.ts'
import { nameIn } from '../lib/names.ts'
import type { Ui } from '../lib/visit.ts'
import { Choice } from './choice.tsx'
import { DateField, type Draft, SelectField, TextField } from './field.tsx'

/** More options than this are easier to find in a list than on cards. */
const mostCards = 5

type Props = { ui: Ui; categories: Category[]; draft: Draft }

/** The questions of every category; a style sheet shows those of the chosen one, so that it needs no script. */
export function CategoryQuestions({ ui, categories, draft }: Props) {
  return (
    <>
      <style nonce={ui.nonce}>{rulesFor(categories)}</style>
      {categories
        .filter((category) => questionsOf(category).length > 0)
        .map((category) => (
          <fieldset
            key={category.id}
            data-category={category.id}
            className="form questions"
            aria-label={ui.t('report.about', { category: nameIn(category.name, ui.locale) })}
          >
            {questionsOf(category).map((field) => {
              const name = inputName(category.id, field.id)
              return (
                <div key={name} data-question={name}>
                  <Question ui={ui} field={field} name={name} draft={draft} />
                </div>
              )
            })}
          </fieldset>
        ))}
    </>
  )
}

function Question({ ui, field, name, draft }: { ui: Ui; field: Field; name: string; draft: Draft }) {
  const { t, locale } = ui
  const example = field.example && t('report.example', { example: nameIn(field.example, locale) })
  const hint = [field.help && nameIn(field.help, locale), example].filter(Boolean).join(' ') || undefined
  const label = field.required
    ? nameIn(field.label, locale)
    : t('report.optional', { label: nameIn(field.label, locale) })
  const common = { name, hint, error: draft.errors[name] }
  const text = { ...common, id: name, label, value: draft.values[name] }
  switch (field.kind) {
    case 'yes_no':
      return (
        <Choice
          {...common}
          legend={label}
          layout="grid"
          chosen={draft.values[name]}
          options={[
            { value: 'yes', label: t('report.yes') },
            { value: 'no', label: t('report.no') },
          ]}
        />
      )
    case 'choice': {
      const options = field.options.map(({ id, label: says }) => ({ value: id, label: nameIn(says, locale) }))
      return options.length <= mostCards ? (
        <Choice {...common} legend={label} layout="grid" chosen={draft.values[name]} options={options} />
      ) : (
        <SelectField {...text} options={[{ value: '', label: t('report.choose') }, ...options]} />
      )
    }
    case 'date':
      return <DateField {...text} />
    case 'number':
      return <TextField {...text} maxLength={20} inputMode="decimal" />
    default:
      return <TextField {...text} maxLength={2000} />
  }
}
