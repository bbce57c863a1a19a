import { Check, Choice } from '../components/choice.tsx'
import { type Draft, ErrorSummary, SelectField, TextArea, TextField } from '../components/field.tsx'
import { Was } from '../components/was.tsx'
import {
  type Announcement,
  announcementStages,
  audiences,
  type Component,
  componentStates,
} from '../lib/contract.ts'
import { nameIn } from '../lib/names.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'

type Offer = { components: Component[]; key: string }

export function announcementFormView(ui: Ui, { components, key }: Offer, draft: Draft): View {
  const { t } = ui
  const { values, errors } = draft
  return {
    title: t('announcement.newTitle'),
    body: (
      <>
        <ErrorSummary ui={ui} draft={draft} />
        <h1>{t('announcement.newTitle')}</h1>
        <form method="post" action="/announcements/publish" className="form form-main" noValidate>
          <input type="hidden" name="key" value={key} />
          <TextField
            id="title"
            name="title"
            label={t('announcement.headline')}
            hint={t('announcement.headlineHint')}
            error={errors.title}
            value={values.title}
            maxLength={160}
            isRequired
          />
          <TextArea
            id="body"
            name="body"
            label={t('announcement.body')}
            hint={t('announcement.bodyHint')}
            error={errors.body}
            value={values.body}
            maxLength={20_000}
            rows={5}
            isRequired
          />
          <StageChoice
            ui={ui}
            draft={draft}
            stages={announcementStages.slice(0, 3)}
            fallback="investigating"
          />
          <ComponentFields
            ui={ui}
            components={components}
            current={[]}
            draft={draft}
            untouched={t('announcement.untouched')}
          />
          <Choice
            name="audience"
            layout="list"
            legend={t('announcement.audience')}
            error={errors.audience}
            chosen={values.audience ?? 'public'}
            options={audiences.map((value) => ({
              value,
              label: t(`audience.${value}`),
              hint: t(`audience.${value}Hint`),
            }))}
          />
          <Check
            name="highPriority"
            label={t('announcement.high')}
            hint={t('announcement.highHint')}
            isChecked={values.highPriority !== undefined}
          />
          <div>
            <button type="submit" className="button button-primary button-large">
              {t('announcement.send')}
            </button>
            <p className="hint">{t('announcement.sendHint')}</p>
          </div>
        </form>
      </>
    ),
  }
}

type StageProps = {
  ui: Ui
  draft: Draft
  stages: readonly (typeof announcementStages)[number][]
  fallback: string
}

export const StageChoice = ({ ui, draft, stages, fallback }: StageProps) => (
  <Choice
    name="stage"
    layout="grid"
    legend={ui.t('announcement.stage')}
    error={draft.errors.stage}
    chosen={draft.values.stage ?? fallback}
    options={stages.map((value) => ({ value, label: ui.t(`announcementStage.${value}`) }))}
  />
)

type ComponentProps = {
  ui: Ui
  components: Component[]
  /** How an announcement that is out calls them. */
  current: Announcement['components']
  draft: Draft
  untouched: string
}

/** The name of a component's field, in the form and in what it sends. */
const componentField = (id: string) => `component:${id}`

export function ComponentFields({ ui, components, current, draft, untouched }: ComponentProps) {
  const { t, locale } = ui
  const states = componentStates.map((state) => ({ value: state, label: t(`componentState.${state}`) }))
  const stateOf = (id: string) => current.find((one) => one.id === id)?.state ?? ''
  return (
    <fieldset className="field">
      <legend>{t('announcement.components')}</legend>
      <p className="hint">{t('announcement.componentsHint')}</p>
      {components.map(({ id }) => (
        <Was key={id} name={componentField(id)} value={stateOf(id)} />
      ))}
      <div className="row-fields">
        {components.map(({ id, name }) => (
          <SelectField
            key={id}
            id={componentField(id)}
            name={componentField(id)}
            label={nameIn(name, locale)}
            value={draft.values[componentField(id)] ?? stateOf(id)}
            options={[{ value: '', label: untouched }, ...states]}
          />
        ))}
      </div>
    </fieldset>
  )
}
