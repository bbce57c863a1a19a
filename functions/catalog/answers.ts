import type { Answers } from '../incidents/fields.ts'
import { Refusal } from '../runtime/refusal.ts'
import type { Field } from './form.ts'
import { type Problem, problem } from './problem.ts'

type Value = Answers[string]
type Checked = { answers: Answers; errors: Problem[] }

const longestText = 2000
const longestName = 255

/**
 * Checks answers against the form of a category, as the page shows it: answers to questions that are not shown
 * are dropped, what no question asks is refused, and what is shown and required must be there.
 * @param stage on an edit, what is required may still be missing, but not be taken away.
 * @param kept answers that the incident has already: they stay as they are, also when its form is another by now.
 * @returns the answers to store, and what is wrong with them by `fields.<id>`; store them only without errors.
 */
export function checkAnswers(form: readonly Field[], answers: Answers, { stage, kept = {} }: Asked): Checked {
  const clean: Answers = {}
  const shown: Answers = {}
  const errors: Problem[] = []
  const isKept = (id: string) => Object.hasOwn(kept, id) && kept[id] === answers[id]
  for (const field of form) {
    const { id, kind, required } = field
    const value = trimmed(answers[id], kind)
    if (!isShown(field, shown)) {
      if (isKept(id) && value !== undefined) clean[id] = value
      continue
    }
    if (isBlank(value)) {
      const isAsked = stage === 'report' || Object.hasOwn(answers, id)
      if (required && isAsked) errors.push(wrong(field, missing[kind]))
      continue
    }
    const complaint = isKept(id) ? undefined : complaintAbout(field, value)
    if (complaint) errors.push(wrong(field, complaint))
    clean[id] = shown[id] = value
  }
  const asked = new Set(form.map(({ id }) => id))
  for (const [id, value] of Object.entries(answers)) {
    if (asked.has(id)) continue
    if (isKept(id)) clean[id] = value
    else errors.push(problem(`fields.${id}`, ...notAsked))
  }
  return { answers: clean, errors }
}

type Asked = { stage: 'report' | 'edit'; kept?: Answers }

/**
 * The answers to store for an incident of this category.
 * @throws Refusal `incomplete` with what is wrong by `fields.<id>`.
 */
export function demandAnswers(form: readonly Field[], answers: Answers, asked: Asked): Answers {
  const checked = checkAnswers(form, answers, asked)
  if (checked.errors.length === 0) return checked.answers
  throw new Refusal(
    'incomplete',
    {
      en: 'Some answers are missing or do not fit. The list says which.',
      de: 'Einige Antworten fehlen oder passen nicht. Die Liste sagt, welche.',
    },
    { errors: checked.errors },
  )
}

/** A question is shown while the one it depends on is shown, too, and has the answer that it waits for. */
export const isShown = ({ shownWhen }: Pick<Field, 'shownWhen'>, shown: Answers): boolean =>
  !shownWhen || (Object.hasOwn(shown, shownWhen.fieldId) && shown[shownWhen.fieldId] === shownWhen.equals)

const trimmed = (value: Value | undefined, kind: Field['kind']) =>
  typeof value === 'string' && kind === 'text' ? value.trim() : value

const isBlank = (value: Value | undefined): value is undefined =>
  value === undefined || (typeof value === 'string' && value.trim() === '')

type Words = readonly [en: string, de: string]
const wrong = ({ id }: Field, [en, de]: Words) => problem(`fields.${id}`, en, de)

const notAsked: Words = [
  'The form does not ask this. Leave it out.',
  'Das Formular fragt das nicht. Lassen Sie es weg.',
]
const missing: Record<Field['kind'], Words> = {
  text: ['Please answer this.', 'Bitte beantworten Sie das.'],
  choice: ['Please choose one.', 'Bitte wählen Sie eine Möglichkeit.'],
  number: ['Please enter a number.', 'Bitte geben Sie eine Zahl ein.'],
  date: ['Please enter a date.', 'Bitte geben Sie ein Datum ein.'],
  yes_no: ['Please choose yes or no.', 'Bitte wählen Sie ja oder nein.'],
  file: ['Please add a file.', 'Bitte fügen Sie eine Datei hinzu.'],
}

function complaintAbout({ kind, options }: Field, value: Value | undefined): Words | undefined {
  switch (kind) {
    case 'text':
      if (typeof value !== 'string') return ['Answer this with text.', 'Antworten Sie mit Text.']
      return value.length > longestText
        ? [`Up to ${longestText} characters fit here.`, `Hier passen bis zu ${longestText} Zeichen hinein.`]
        : undefined
    case 'choice':
      return options.some(({ id }) => id === value)
        ? undefined
        : ['Choose one of what is offered.', 'Wählen Sie eine der angebotenen Möglichkeiten.']
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
        ? undefined
        : ['Enter a number, such as 12 or 3.5.', 'Geben Sie eine Zahl ein, etwa 12 oder 3,5.']
    case 'date':
      return isDate(value)
        ? undefined
        : [
            'Enter a day of the calendar, such as 2026-03-01.',
            'Geben Sie einen Kalendertag ein, etwa 2026-03-01.',
          ]
    case 'yes_no':
      return typeof value === 'boolean' ? undefined : ['Choose yes or no.', 'Wählen Sie ja oder nein.']
    case 'file':
      return isFile(value)
        ? undefined
        : ['Name a file that was added.', 'Nennen Sie eine hinzugefügte Datei.']
  }
}

/** A day that exists: there is no 30 February. */
function isDate(value: Value | undefined): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number)
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const last = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  return year > 0 && day >= 1 && day <= last
}

/** The id of an attachment, `att_…`, or, until it has one, the name of the file. */
const isFile = (value: Value | undefined): boolean =>
  typeof value === 'string' &&
  value.length <= longestName &&
  (value.startsWith('att_') ? /^att_\w{1,40}$/.test(value) : !/[\p{Cc}/\\]/u.test(value))
