import { Banners } from '../components/banner.tsx'
import { CategoryQuestions } from '../components/category-questions.tsx'
import { Choice } from '../components/choice.tsx'
import { type Draft, ErrorSummary, SelectField, TextArea, TextField } from '../components/field.tsx'
import { type KnownProblem, KnownProblems } from '../components/known-problems.tsx'
import { pathTo } from '../lib/category-forms.ts'
import type { Announcement, Category, Choice as Offer } from '../lib/contract.ts'
import { works } from '../lib/doors.ts'
import { nameIn } from '../lib/names.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'

export type ReportData = {
  announcements: Announcement[]
  services: Offer[]
  categories: Category[]
  key: string
  known: KnownProblem[]
  /** The page that led here. */
  from?: string
}

/** The whole report on one page; it needs no script and loses nothing. */
export function reportView(
  ui: Ui,
  { announcements, services, categories, key, known, from }: ReportData,
  draft: Draft,
): View {
  const { t, locale } = ui
  const { values, errors } = draft
  const named = (offers: Offer[]) =>
    offers.map(({ id, name }) => ({ value: id, label: nameIn(name, locale) }))
  return {
    title: t('report.title'),
    announces: true,
    body: (
      <>
        <Banners ui={ui} announcements={announcements} length="brief" />
        <h1>{t('report.title')}</h1>
        <ErrorSummary ui={ui} draft={draft} />
        <KnownProblems ui={ui} known={known} services={services} formKey={key} />
        <form method="post" action="/report/send" className="form form-main" noValidate>
          <input type="hidden" name="key" value={key} />
          <input type="hidden" name="page" value={from} />
          <input type="hidden" name="zone" data-context="zone" />
          <input type="hidden" name="screen" data-context="screen" />
          {works(ui.person) && (
            <TextField
              id="onBehalfOf"
              name="onBehalfOf"
              label={t('report.onBehalf')}
              hint={t('report.onBehalfHint')}
              error={errors.onBehalfOf}
              value={values.onBehalfOf}
              maxLength={128}
            />
          )}
          <Choice
            name="serviceId"
            layout="grid"
            legend={t('report.service')}
            error={errors.serviceId}
            chosen={values.serviceId}
            options={[...named(services), { value: '', label: t('report.serviceOther') }]}
          />
          <TextField
            id="title"
            name="title"
            label={t('report.what')}
            hint={t('report.whatHint')}
            error={errors.title}
            value={values.title}
            maxLength={160}
            isRequired
          />
          <TextArea
            id="description"
            name="description"
            label={t('report.description')}
            hint={t('report.descriptionHint')}
            error={errors.description}
            value={values.description}
            maxLength={20_000}
            rows={4}
          />
          <SelectField
            id="categoryId"
            name="categoryId"
            label={t('report.category')}
            hint={t('report.categoryHint')}
            error={errors.categoryId}
            value={values.categoryId}
            options={[{ value: '', label: t('report.categoryNone') }]}
            groups={groupsOf(categories, named)}
          />
          <CategoryQuestions ui={ui} categories={categories} draft={draft} />
          <Choice
            name="urgency"
            layout="list"
            legend={t('report.urgency')}
            error={errors.urgency}
            chosen={values.urgency}
            isRequired
            options={[
              { value: 'high', label: t('report.urgencyHigh') },
              { value: 'medium', label: t('report.urgencyMedium') },
              { value: 'low', label: t('report.urgencyLow') },
            ]}
          />
          <Choice
            name="impact"
            layout="list"
            legend={t('report.impact')}
            error={errors.impact}
            chosen={values.impact}
            isRequired
            options={[
              { value: 'low', label: t('report.impactLow') },
              { value: 'medium', label: t('report.impactMedium') },
              { value: 'high', label: t('report.impactHigh') },
            ]}
          />
          <p className="hint" role="status" data-completeness="/report/completeness" />
          <div>
            <button type="submit" className="button button-primary button-large">
              {t('report.send')}
            </button>
            <p className="hint">{t('report.after')}</p>
          </div>
        </form>
      </>
    ),
  }
}

/** A root with what is below it; a root of its own stands first in its group. */
function groupsOf(categories: Category[], named: (offers: Offer[]) => { value: string; label: string }[]) {
  const rootOf = (category: Category) => pathTo(categories, category.id)[0]?.id
  return categories
    .filter(({ parentId }) => !parentId)
    .map((root) => ({
      label: named([root])[0]?.label ?? '',
      options: named(categories.filter((one) => rootOf(one) === root.id)),
    }))
}
