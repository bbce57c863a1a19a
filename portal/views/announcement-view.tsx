import { Disclosure } from '../components/disclosure.tsx'
import { type Draft, ErrorSummary, TextArea } from '../components/field.tsx'
import { Icon } from '../components/icon.tsx'
import { Ago, When } from '../components/time.tsx'
import { type Announcement, announcementStages, type Component } from '../lib/contract.ts'
import { mayPublish } from '../lib/doors.ts'
import { namesOf } from '../lib/names.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'
import { ComponentFields, StageChoice } from './announcement-form-view.tsx'

type Announced = { ui: Ui; announcement: Announcement }
type Shown = { announcement: Announcement; components: Component[]; key: string }

export function announcementView(ui: Ui, shown: Shown, draft: Draft): View {
  const { t, person } = ui
  const { announcement, components } = shown
  const { highPriority, stage, title } = announcement
  return {
    title,
    body: (
      <>
        <ErrorSummary ui={ui} draft={draft} />
        <header>
          <p className="overline">
            {highPriority && (
              <span className="tag tag-high">
                <Icon name="alert" />
                {t('banner.high')}
              </span>
            )}
            <strong>{t(`announcementStage.${stage}`)}</strong>
            <span>
              {t('announcements.updated')} <Ago ui={ui} at={announcement.updatedAt} />
            </span>
            {announcement.nextUpdateBy && (
              <span>{t('banner.next', { date: ui.clock.moment(announcement.nextUpdateBy) })}</span>
            )}
          </p>
          <h1 dir="auto">{title}</h1>
        </header>
        <Affected ui={ui} announcement={announcement} components={components} />
        <History ui={ui} announcement={announcement} />
        {mayPublish(person) && <Deliveries ui={ui} announcement={announcement} />}
        {mayPublish(person) && stage !== 'resolved' && (
          <>
            <UpdateForm ui={ui} shown={shown} draft={draft} />
            <ResolveForm ui={ui} shown={shown} draft={draft} />
          </>
        )}
      </>
    ),
  }
}

function Affected({
  ui,
  announcement,
  components,
}: {
  ui: Ui
  announcement: Announcement
  components: Component[]
}) {
  if (announcement.components.length === 0) return null
  const nameOf = namesOf(components, ui.locale)
  return (
    <section className="stack">
      <h2>{ui.t('announcement.affected')}</h2>
      <dl className="facts">
        {announcement.components.map(({ id, state }) => (
          <div key={id} className="fact-pair">
            <dt>{nameOf(id)}</dt>
            <dd>{ui.t(`componentState.${state}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The first word is an entry like the updates; the newest stands on top. */
function History({ ui, announcement: { body, stage, publishedAt, updates = [] } }: Announced) {
  const first = { stage: updates.length === 0 ? stage : undefined, body, at: publishedAt, byName: undefined }
  return (
    <section className="stack">
      <h2>{ui.t('announcement.history')}</h2>
      <ol className="timeline">
        {[first, ...updates].toReversed().map((word) => (
          <li key={word.at} className="entry entry-text entry-public">
            <p className="entry-head">
              <strong>
                {word.stage ? ui.t(`announcementStage.${word.stage}`) : ui.t('announcement.published')}
              </strong>{' '}
              {word.byName && ui.t('announcement.by', { who: word.byName })} <When ui={ui} at={word.at} />
            </p>
            <p className="prose" dir="auto">
              {word.body}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Deliveries({ ui, announcement: { deliveries, audience } }: Announced) {
  const { t } = ui
  return (
    <section className="panel">
      <h2>{t('announcement.deliveries')}</h2>
      {deliveries && deliveries.total > 0 ? (
        <>
          <progress
            className="progress"
            value={deliveries.sent}
            max={deliveries.total}
            aria-labelledby="sent"
          />
          <p id="sent">
            {t('announcement.deliveriesText', {
              sent: String(deliveries.sent),
              total: String(deliveries.total),
            })}
            , {t('announcement.deliveriesFailed', { failed: deliveries.failed })}
          </p>
        </>
      ) : (
        <p>{t('announcement.deliveriesNone')}</p>
      )}
      <p className="soft">
        {t('announcement.audienceLabel')}: {t(`audience.${audience}`)}
      </p>
    </section>
  )
}

type UpdateProps = { ui: Ui; shown: Shown; draft: Draft }

function UpdateForm({ ui, shown: { announcement, components, key }, draft }: UpdateProps) {
  const { t } = ui
  return (
    <section className="panel">
      <h2>{t('announcement.update')}</h2>
      <form method="post" action={`/announcements/${announcement.id}/update`} className="form" noValidate>
        <input type="hidden" name="key" value={key} />
        <StageChoice
          ui={ui}
          draft={draft}
          stages={announcementStages.slice(0, 3)}
          fallback={announcement.stage}
        />
        <TextArea
          id="body"
          name="body"
          label={t('announcement.updateBody')}
          error={draft.errors.body}
          value={draft.values.body}
          maxLength={20_000}
          rows={4}
          isRequired
        />
        <ComponentFields
          ui={ui}
          components={components}
          current={announcement.components}
          draft={draft}
          untouched={t('announcement.untouched')}
        />
        <button type="submit" className="button button-primary">
          {t('announcement.updateSend')}
        </button>
      </form>
    </section>
  )
}

/** A form of its own, because its components go back to working by themselves. */
const ResolveForm = ({ ui: { t }, shown: { announcement, key }, draft }: UpdateProps) => (
  <Disclosure summary={t('announcement.resolve')} isOpen={'resolution' in draft.values}>
    <form method="post" action={`/announcements/${announcement.id}/update`} className="form" noValidate>
      <input type="hidden" name="key" value={`${key}-resolve`} />
      <input type="hidden" name="stage" value="resolved" />
      <TextArea
        id="resolution"
        name="resolution"
        label={t('announcement.resolveBody')}
        hint={t('announcement.resolveHint')}
        error={draft.errors.resolution}
        value={draft.values.resolution}
        maxLength={20_000}
        rows={3}
        isRequired
      />
      <button type="submit" className="button button-primary">
        {t('announcement.resolveSend')}
      </button>
    </form>
  </Disclosure>
)
