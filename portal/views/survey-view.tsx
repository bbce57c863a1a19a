import { ButtonLink } from '../components/button.tsx'
import { Choice } from '../components/choice.tsx'
import { type Draft, ErrorSummary, TextArea } from '../components/field.tsx'
import { Notice } from '../components/notice.tsx'
import type { Survey } from '../lib/contract.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'

type Asked = { survey: Survey; token: string }

/** A link may preselect a number; only the button records it. */
export function surveyView(ui: Ui, asked: Asked, draft: Draft): View {
  const { t } = ui
  const { survey } = asked
  if (survey.state === 'expired') return ended(ui, t('survey.expiredTitle'), t('survey.expired'))
  if (survey.state === 'withdrawn') return ended(ui, t('survey.withdrawnTitle'), t('survey.withdrawn'))
  const isAnswered = survey.rating !== undefined
  const isEditable = !survey.editableUntil || !ui.clock.isPast(survey.editableUntil)
  return {
    title: t('survey.title'),
    body: (
      <>
        <ErrorSummary ui={ui} draft={draft} />
        <header>
          <h1>{isAnswered ? t('survey.thanksTitle') : t('survey.title')}</h1>
          <p className="lead" dir="auto">
            {t('survey.about', { number: survey.incident.id, title: survey.incident.title })}
          </p>
        </header>
        {isAnswered && (
          <Notice kind="done">
            {t('survey.thanks', { rating: String(survey.rating) })}{' '}
            {survey.editableUntil &&
              isEditable &&
              t('survey.editable', { date: ui.clock.full(survey.editableUntil) })}
          </Notice>
        )}
        {isEditable && <SurveyForm ui={ui} asked={asked} draft={draft} />}
      </>
    ),
  }
}

function SurveyForm({ ui, asked: { survey, token }, draft }: { ui: Ui; asked: Asked; draft: Draft }) {
  const { t } = ui
  const { values, errors } = draft
  return (
    <form
      method="post"
      action={`/surveys/${encodeURIComponent(token)}/answer`}
      className="form form-main"
      noValidate
    >
      <Choice
        name="rating"
        layout="list"
        legend={t('survey.rating')}
        error={errors.rating}
        chosen={values.rating ?? (survey.rating === undefined ? undefined : String(survey.rating))}
        isRequired
        options={(['5', '4', '3', '2', '1'] as const).map((value) => ({
          value,
          label: t(`survey.rating${value}`),
        }))}
      />
      <p className="survey-why notice">{t('survey.why')}</p>
      <TextArea
        id="comment"
        name="comment"
        label={t('survey.comment')}
        hint={t('survey.commentHint')}
        error={errors.comment}
        value={values.comment ?? survey.comment}
        maxLength={20_000}
        rows={3}
      />
      <button type="submit" className="button button-primary button-large">
        {t(survey.rating === undefined ? 'survey.send' : 'survey.change')}
      </button>
    </form>
  )
}

const ended = (ui: Ui, title: string, text: string): View => ({
  title,
  body: (
    <>
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      <ButtonLink href="/report">{ui.t('home.report')}</ButtonLink>
    </>
  ),
})
