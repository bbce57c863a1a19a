import { checkAnswers } from './answers.ts'
import type { Category } from './catalog.ts'
import { type Field, formOf } from './form.ts'
import { type Problem, problem } from './problem.ts'
import { circleFrom, lineOf } from './tree.ts'

/** What does not fit in a tree of categories: circles, questions that cannot be asked, criteria that cannot be met. */
export const problemsOfCategories = (categories: readonly Category[]): Problem[] =>
  categories.flatMap((category, index) => {
    const at = (path: string) => `categories.${index}.${path}`
    const circle = circleFrom(categories, category)
    if (circle.length > 0) {
      const way = circle.join(' > ')
      const en = `This makes a circle: ${way}. Choose another category above.`
      return [
        problem(at('parentId'), en, `So entsteht ein Kreis: ${way}. Wählen Sie eine andere Oberkategorie.`),
      ]
    }
    const above = lineOf(categories, category.parentId)
    return [
      ...problemsOfForm(
        above.flatMap(({ form }) => form),
        category.form,
        at,
      ),
      ...problemsOfGuideline(above, category, at, formOf(categories, category.id)),
    ]
  })

type At = (path: string) => string

const problemsOfForm = (above: readonly Field[], form: readonly Field[], at: At): Problem[] =>
  form.flatMap((field, index) => {
    const earlier = [...above, ...form.slice(0, index)]
    const place = (path: string) => at(`form.${index}.${path}`)
    return [
      ...(earlier.some(({ id }) => id === field.id) ? [twice(place('id'), field.id)] : []),
      ...(field.kind === 'choice' && field.options.length === 0
        ? [problem(place('options'), 'Offer something to choose from.', 'Bieten Sie etwas zur Auswahl an.')]
        : []),
      ...repeated(field.options).map((id) => twice(place('options'), id)),
      ...problemsOfCondition(field, earlier, place),
    ]
  })

function problemsOfCondition({ shownWhen }: Field, earlier: readonly Field[], place: At): Problem[] {
  if (!shownWhen) return []
  const { fieldId, equals } = shownWhen
  const asked = earlier.find(({ id }) => id === fieldId)
  if (!asked) {
    const en = `“${fieldId}” is not a question further up. Choose one that is asked before this one.`
    const de = `„${fieldId}“ ist keine Frage weiter oben. Wählen Sie eine, die vorher gestellt wird.`
    return [problem(place('shownWhen.fieldId'), en, de)]
  }
  const alone = { ...asked, shownWhen: undefined }
  if (checkAnswers([alone], { [fieldId]: equals }, { stage: 'report' }).errors.length === 0) return []
  const en = 'Nobody can give this answer to that question.'
  return [problem(place('shownWhen.equals'), en, 'Diese Antwort kann auf die Frage niemand geben.')]
}

function problemsOfGuideline(
  above: readonly Category[],
  { guideline }: Category,
  at: At,
  form: readonly Field[],
) {
  const taken = above.flatMap((category) => category.guideline)
  return guideline.flatMap(({ id, check }, index) => [
    ...([...taken, ...guideline.slice(0, index)].some((one) => one.id === id)
      ? [twice(at(`guideline.${index}.id`), id)]
      : []),
    ...(check.kind === 'field' && !form.some((field) => field.id === check.fieldId)
      ? [notAsked(at(`guideline.${index}.check.fieldId`), check.fieldId)]
      : []),
  ])
}

/** Questions whose kind would change: the answers that older incidents have would no longer fit. */
export const problemsOfKinds = (categories: readonly Category[], before: readonly Category[]): Problem[] =>
  categories.flatMap(({ id, form }, index) => {
    const was = before.find((category) => category.id === id)?.form ?? []
    return form.flatMap((field, place) => {
      const old = was.find((one) => one.id === field.id)
      if (!old || old.kind === field.kind) return []
      const en =
        'Older incidents have answers of another kind to this. Take it out and ask it anew under another id.'
      const de =
        'Ältere Vorfälle haben hierauf Antworten anderer Art. Nehmen Sie die Frage heraus und stellen Sie sie unter einer anderen ID neu.'
      return [problem(`categories.${index}.form.${place}.kind`, en, de)]
    })
  })

const repeated = (items: readonly { id: string }[]): string[] =>
  items.map(({ id }) => id).filter((id, index, ids) => ids.indexOf(id) < index)

const twice = (path: string, id: string) =>
  problem(
    path,
    `“${id}” is there already, here or in a category above. Choose another id.`,
    `„${id}“ gibt es schon, hier oder in einer Oberkategorie. Wählen Sie eine andere ID.`,
  )

const notAsked = (path: string, id: string) =>
  problem(path, `No question of the form is called “${id}”.`, `Keine Frage des Formulars heißt „${id}“.`)
