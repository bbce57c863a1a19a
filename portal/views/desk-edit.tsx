import { CategoryQuestions } from '../components/category-questions.tsx'
import { SelectField, TextField } from '../components/field.tsx'
import { Was } from '../components/was.tsx'
import { inputName, pathTo, questionsOf } from '../lib/category-forms.ts'
import type { Category } from '../lib/contract.ts'
import { nameIn } from '../lib/names.ts'
import { categoryPath } from './desk-triage.tsx'
import { IncidentForm, type IncidentFormProps } from './incident-forms.tsx'

const details = ['title', 'impact', 'urgency', 'serviceId', 'categoryId'] as const

const typedAs = (answer: unknown): string =>
  typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer)

/** What was answered, under the names that the form has for it. */
function answersAsTyped(
  fields: Record<string, unknown> | undefined,
  categories: readonly Category[],
  categoryId: string | undefined,
): Record<string, string> {
  return Object.fromEntries(
    pathTo(categories, categoryId).flatMap((category) =>
      questionsOf(category).flatMap(({ id }) => {
        const answer = fields?.[id]
        return answer === undefined ? [] : [[inputName(category.id, id), typedAs(answer)]]
      }),
    ),
  )
}

export function EditForm({ ui, data, draft }: IncidentFormProps) {
  const { t, locale } = ui
  const { incident, services, categories } = data
  const degrees = (['high', 'medium', 'low'] as const).map((value) => ({
    value,
    label: t(`degree.${value}`),
  }))
  const none = { value: '', label: t('desk.none') }
  const value = (name: (typeof details)[number]) => ({
    id: name,
    name,
    value: draft.values[name] ?? incident[name],
    error: draft.errors[name],
  })
  const answers = answersAsTyped(incident.fields, categories, incident.categoryId)
  return (
    <IncidentForm data={data} to="edit" button={t('desk.save')} kind="plain">
      {details.map((name) => (
        <Was key={name} name={name} value={incident[name]} />
      ))}
      <TextField label={t('desk.titleField')} maxLength={160} {...value('title')} />
      <div className="row-fields">
        <SelectField label={t('desk.impact')} options={degrees} {...value('impact')} />
        <SelectField label={t('desk.urgency')} options={degrees} {...value('urgency')} />
      </div>
      <SelectField
        label={t('incident.service')}
        options={[none, ...services.map(({ id, name }) => ({ value: id, label: nameIn(name, locale) }))]}
        {...value('serviceId')}
      />
      <SelectField
        label={t('desk.category')}
        options={[
          none,
          ...categories.map(({ id }) => ({ value: id, label: categoryPath(categories, id, ui) })),
        ]}
        {...value('categoryId')}
      />
      {categories.flatMap((category) =>
        questionsOf(category).map(({ id }) => {
          const name = inputName(category.id, id)
          return <Was key={name} name={name} value={answers[name]} />
        }),
      )}
      <CategoryQuestions
        ui={ui}
        categories={categories}
        draft={{ ...draft, values: { ...answers, ...draft.values } }}
      />
    </IncidentForm>
  )
}
