import { at, type Input, type Json, type Thing } from '../set-up/blueprint.ts'
import type { Ui } from '../visit.ts'
import { type Mapping, severities } from './contract.ts'

/** What a new generic source reads until somebody maps it; the example on the page of its key fits. */
export const firstMapping: Mapping = {
  title: 'title',
  summary: 'summary',
  status: { path: 'status', resolved: ['resolved', 'ok'] },
  severity: {
    path: 'severity',
    values: { critical: 'critical', error: 'error', warning: 'warning', info: 'info' },
  },
  link: 'link',
  labels: { service: 'service', host: 'host' },
}

/** A mapping as a form asks it: words with commas, labels one below the other. */
export const mappingInputs = ({ t }: Ui): Input[] => [
  { kind: 'text', path: 'title', label: t('sources.titleAt'), isRequired: true },
  { kind: 'text', path: 'summary', label: t('sources.summaryAt') },
  { kind: 'text', path: 'link', label: t('sources.linkAt') },
  {
    kind: 'text',
    path: 'dedupKey',
    label: t('sources.dedupKey'),
    hint: t('sources.dedupKeyHint'),
  },
  {
    kind: 'whole',
    path: 'status',
    label: t('sources.statusTitle'),
    isLoose: true,
    inputs: [
      { kind: 'text', path: 'path', label: t('sources.statusPath') },
      { kind: 'text', path: 'resolved', label: t('sources.resolvedWords'), hint: t('sources.commas') },
    ],
  },
  {
    kind: 'whole',
    path: 'severity',
    label: t('sources.severityTitle'),
    hint: t('sources.severityHint'),
    isLoose: true,
    inputs: [
      { kind: 'text', path: 'path', label: t('sources.statusPath') },
      ...severities.map((severity) => ({
        kind: 'text' as const,
        path: severity,
        label: t('sources.severityWords', { severity: t(`alerts.severity_${severity}`) }),
      })),
    ],
  },
  {
    kind: 'rows',
    path: 'labels',
    label: t('sources.labelsTitle'),
    hint: t('sources.labelsHint'),
    add: t('sources.addLabel'),
    most: 64,
    inputs: [
      { kind: 'text', path: 'name', label: t('sources.label') },
      { kind: 'text', path: 'path', label: t('sources.labelAt') },
    ],
  },
  {
    kind: 'fold',
    path: 'items',
    label: t('sources.finer'),
    inputs: [
      { kind: 'text', path: 'items', label: t('sources.items'), hint: t('sources.itemsHint') },
      { kind: 'text', path: 'startsAt', label: t('sources.startsAt') },
    ],
  },
]

const words = (text: Json | undefined): string[] =>
  typeof text === 'string'
    ? text
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean)
    : []

/** A mapping as its form shows it. */
export function formOfMapping({ status, severity, labels, ...paths }: Mapping): Thing {
  return {
    ...paths,
    ...(status && { status: { path: status.path, resolved: status.resolved.join(', ') } }),
    ...(severity && {
      severity: {
        path: severity.path,
        ...Object.fromEntries(
          severities.map((one) => [
            one,
            Object.entries(severity.values)
              .flatMap(([word, means]) => (means === one ? [word] : []))
              .join(', '),
          ]),
        ),
      },
    }),
    labels: Object.entries(labels).map(([name, path]) => ({ name, path })),
  }
}

/** The mapping that a form says; what lacks its other half goes as it is, so that the API says what is missing. */
export function mappingOfForm({ status, severity, labels, ...paths }: Thing): Thing {
  const rows = Array.isArray(labels) ? labels : []
  return {
    ...paths,
    ...(status && { status: { path: at(status, 'path'), resolved: words(at(status, 'resolved')) } }),
    ...(severity && {
      severity: {
        path: at(severity, 'path'),
        values: Object.fromEntries(
          severities.flatMap((one) => words(at(severity, one)).map((word) => [word, one])),
        ),
      },
    }),
    labels: Object.fromEntries(
      rows.map((row): [string, Json | undefined] => [String(at(row, 'name') ?? ''), at(row, 'path') ?? '']),
    ),
  }
}

/** Where a form shows what is wrong at a path of the mapping. */
export function mappingField(path: string, form: Thing): string {
  const [, name] = /^labels\.(.+)$/.exec(path) ?? []
  const rows = Array.isArray(form.labels) ? form.labels : []
  if (name !== undefined) {
    const row = rows.findIndex((one) => at(one, 'name') === name)
    return row < 0 ? 'labels' : `labels.${row}.path`
  }
  if (path.startsWith('severity.values')) return 'severity.path'
  return path
}
