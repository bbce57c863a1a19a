import { Fact } from '../components/fact.tsx'
import { pathTo, questionsOf } from '../lib/category-forms.ts'
import type { Field } from '../lib/contract.ts'
import { nameIn } from '../lib/names.ts'
import type { Ui } from '../lib/visit.ts'
import type { IncidentData } from './incident-data.ts'

/** What the category asked for, in its words; answers to what nobody asks any more stay, by their id. */
export function Answered({ ui, data: { incident, categories } }: { ui: Ui; data: IncidentData }) {
  const answers = Object.entries(incident.fields ?? {})
  const fields = pathTo(categories, incident.categoryId).flatMap((category) => questionsOf(category))
  return answers.map(([id, answer]) => {
    const field = fields.find((one) => one.id === id)
    return (
      <Fact key={id} name={field ? nameIn(field.label, ui.locale) : id}>
        {answerWord(ui, field, answer)}
      </Fact>
    )
  })
}

function answerWord({ t, locale }: Ui, field: Field | undefined, answer: unknown): string {
  if (typeof answer === 'boolean') return t(answer ? 'report.yes' : 'report.no')
  const option = field?.options.find(({ id }) => id === answer)
  return option ? nameIn(option.label, locale) : String(answer)
}
