import { StateBadge } from '../components/badge.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { SelectField, TextField } from '../components/field.tsx'
import { linkKinds } from '../lib/desk-contract.ts'
import { IncidentForm, type IncidentFormProps } from './incident-forms.tsx'

const removable = ['parent', 'child', 'duplicate', 'duplicated_by', 'related']

/** What it belongs to, what belongs to it, and whether everybody may know of it. */
export function DeskLinks({ ui, data, draft, sent }: IncidentFormProps & { sent?: string }) {
  const { t } = ui
  const { incident } = data
  const links = incident.links ?? []
  const mayLink = incident.may.includes('edit')
  const groups = linkKinds.flatMap((kind) => {
    const items = links.filter((link) => link.kind === kind)
    return items.length > 0 ? [{ kind, items }] : []
  })
  return (
    <section className="panel">
      <h2>{t('side.links')}</h2>
      {groups.length === 0 && !incident.known && <p className="soft">{t('side.noLinks')}</p>}
      {groups.map(({ kind, items }) => (
        <div key={kind} className="links">
          <h3>{t(`side.link_${kind}`)}</h3>
          <ul>
            {items.map((link) => (
              <li key={link.incidentId}>
                <a href={`/incidents/${link.incidentId}`}>
                  <span className="number">{link.incidentId}</span> {link.title && <bdi>{link.title}</bdi>}
                </a>
                {link.state && <StateBadge ui={ui} state={link.state} />}
                {mayLink && removable.includes(kind) && (
                  <Remove data={data} to="unlink" label={t('side.unlink', { number: link.incidentId })}>
                    <input type="hidden" name="kind" value={kind} />
                    <input type="hidden" name="other" value={link.incidentId} />
                  </Remove>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {incident.known && <Known ui={ui} data={data} draft={draft} />}
      {mayLink && (
        <>
          <Disclosure summary={t('side.addLink')} group="links" isOpen={sent === 'link'} shortcut="l">
            <LinkForm ui={ui} data={data} draft={draft} />
          </Disclosure>
          {!incident.known && (
            <Disclosure summary={t('side.makeKnown')} group="links" isOpen={sent === 'known'}>
              <KnownForm ui={ui} data={data} draft={draft} />
            </Disclosure>
          )}
        </>
      )}
    </section>
  )
}

export const Remove = ({
  data,
  to,
  label,
  children,
}: {
  data: IncidentFormProps['data']
  to: string
  label: string
  children: React.ReactNode
}) => (
  <form method="post" action={`/incidents/${data.incident.id}/${to}`} className="remove">
    <input type="hidden" name="etag" value={data.etag} />
    <input type="hidden" name="seen" value={data.entries.at(-1)?.at ?? ''} />
    <input type="hidden" name="key" value={data.key} />
    {children}
    <button type="submit" aria-label={label} title={label}>
      ×
    </button>
  </form>
)

const LinkForm = ({ ui: { t }, data, draft }: IncidentFormProps) => (
  <IncidentForm data={data} to="link" button={t('side.link')} kind="plain">
    <SelectField
      id="linkKind"
      name="linkKind"
      label={t('side.linkKind')}
      value={draft.values.linkKind ?? 'related'}
      error={draft.errors.linkKind}
      options={(['related', 'child', 'duplicate'] as const).map((kind) => ({
        value: kind,
        label: t(`side.as_${kind}`),
      }))}
    />
    <TextField
      id="linkTo"
      name="linkTo"
      label={t('side.linkTo')}
      hint={t('side.linkToHint')}
      value={draft.values.linkTo}
      error={draft.errors.linkTo}
      maxLength={20}
    />
  </IncidentForm>
)

const KnownForm = ({ ui: { t }, data, draft }: IncidentFormProps) => (
  <IncidentForm data={data} to="known" button={t('side.publishKnown')} kind="plain">
    <TextField
      id="knownTitle"
      name="knownTitle"
      label={t('side.knownTitle')}
      hint={t('side.knownHint')}
      value={draft.values.knownTitle ?? data.incident.title}
      error={draft.errors.knownTitle}
      maxLength={160}
    />
  </IncidentForm>
)

function Known({ ui: { t, clock }, data }: IncidentFormProps) {
  const { known, affected } = data.incident
  if (!known) return null
  return (
    <div className="known">
      <h3>{t('side.known')}</h3>
      <p>
        <bdi>{known.title}</bdi>
      </p>
      <p className="soft">
        {t('side.knownSince', { when: clock.relative(known.at) })}
        {affected !== undefined && ` · ${t('side.affected', { count: affected })}`}
      </p>
      {data.incident.may.includes('edit') && (
        <IncidentForm data={data} to="unknown" button={t('side.endKnown')} kind="quiet" />
      )}
    </div>
  )
}
