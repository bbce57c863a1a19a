import { Empty } from '../components/empty.tsx'
import type { Fairness } from '../lib/on-call/contract.ts'
import { addDays } from '../lib/on-call/days.ts'
import { calendarLink } from '../lib/on-call/query.ts'
import { monthWords, rangeWords, zoneWords } from '../lib/on-call/words.ts'
import type { View } from '../lib/page.tsx'
import type { Ui } from '../lib/visit.ts'

type FairnessData = {
  id: string
  name: string
  zone: string
  period: 'month' | 'quarter'
  /** The first day of the period, of the one before and of the one after. */
  first: string
  before: string
  after: string
  items: Fairness[]
}

const columns = ['hours', 'nightHours', 'weekendHours', 'shifts'] as const

/** Does everybody carry a fair share? */
export function fairnessView(ui: Ui, data: FairnessData): View {
  const { t, locale } = ui
  const { id, name, zone, period, first, before, after, items } = data
  const at = (parameters: { date: string; period: 'month' | 'quarter' }) =>
    `/on-call/${encodeURIComponent(id)}/fairness?${new URLSearchParams({ ...parameters, zone })}`
  const words = period === 'month' ? monthWords(first, locale) : rangeWords(first, addDays(after, -1), locale)
  return {
    title: `${t('onCall.fairness')}: ${name}`,
    width: 'wide',
    body: (
      <>
        <header>
          <p className="crumb">
            <a href={calendarLink(id, { date: first })}>← {name}</a>
          </p>
          <h1>{t('onCall.fairness')}</h1>
          <p className="lead">{t('onCall.fairnessLead')}</p>
        </header>
        <div className="tools">
          <h2>{words}</h2>
          <nav className="tools-turn" aria-label={t('onCall.turn')}>
            <a
              className="button button-plain"
              href={at({ date: before, period })}
              aria-label={t('onCall.earlier')}
            >
              ←
            </a>
            <a
              className="button button-plain"
              href={at({ date: after, period })}
              aria-label={t('onCall.later')}
            >
              →
            </a>
          </nav>
          <nav className="segments" aria-label={t('onCall.views')}>
            {(['month', 'quarter'] as const).map((one) => (
              <a
                key={one}
                href={at({ date: first, period: one })}
                aria-current={one === period ? 'page' : undefined}
              >
                {t(`onCall.period_${one}`)}
              </a>
            ))}
          </nav>
        </div>
        {items.length === 0 ? (
          <Empty title={t('onCall.nobodyYet')}>
            <p>{t('onCall.nobodyYetHint')}</p>
          </Empty>
        ) : (
          <Table ui={ui} items={items} words={words} />
        )}
        <p className="hint">{t('onCall.fairnessNote', { zone: zoneWords(zone) })}</p>
      </>
    ),
  }
}

function Table({ ui, items, words }: { ui: Ui; items: Fairness[]; words: string }) {
  const { t, locale } = ui
  const number = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'de-DE', { maximumFractionDigits: 1 })
  const most = Object.fromEntries(
    columns.map((column) => [column, Math.max(1, ...items.map((item) => item[column]))]),
  )
  const sorted = [...items].sort((a, b) => b.hours - a.hours)
  return (
    <table className="fairness">
      <caption>{t('onCall.fairnessCaption', { period: words })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('onCall.who')}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`onCall.fair_${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map((item) => (
          <tr key={item.person.id}>
            <th scope="row">
              <bdi>{item.person.name}</bdi>
            </th>
            {columns.map((column) => (
              <td key={column}>
                {number.format(item[column])}
                <svg className="fairness-bar" aria-hidden="true" width="100%" height="6">
                  <rect width="100%" height="6" rx="3" className="fairness-ground" />
                  <rect
                    width={`${((item[column] / (most[column] ?? 1)) * 100).toFixed(1)}%`}
                    height="6"
                    rx="3"
                    className={`fairness-${column}`}
                  />
                </svg>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
