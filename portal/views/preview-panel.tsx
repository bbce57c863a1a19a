import { Disclosure } from '../components/disclosure.tsx'
import { Icon } from '../components/icon.tsx'
import { DutyStrip } from '../components/on-call/duty-strip.tsx'
import { coloursFor } from '../lib/on-call/colours.ts'
import type { Span } from '../lib/on-call/contract.ts'
import { dayWords, zoneWords } from '../lib/on-call/words.ts'
import { spanWords } from '../lib/span.ts'
import type { Ui } from '../lib/visit.ts'
import type { Preview } from './preview-data.ts'

type PanelProps = { ui: Ui; here: string; preview?: Preview }

/** Inside the form of a schedule: it sends the draft, saves nothing, and the page comes back with its next weeks. */
export const PreviewPanel = ({ ui: { t }, ui, here, preview }: PanelProps) => (
  <section className="panel" id="preview" aria-labelledby="preview-title">
    <h2 id="preview-title">{t('rota.preview')}</h2>
    <p className="hint">{t('rota.previewHint')}</p>
    <button
      type="submit"
      name="asks"
      value="preview"
      formAction={`${here}/save#preview`}
      formNoValidate
      className="button button-plain"
    >
      {t('rota.previewGo')}
    </button>
    {preview && <Weeks ui={ui} preview={preview} />}
  </section>
)

/** As many gaps as are of help in words. */
const mostGaps = 8

function Weeks({ ui, preview: { shifts, gaps, days, zone } }: { ui: Ui; preview: Preview }) {
  const { t, locale, clock } = ui
  const colourOf = coloursFor(shifts.map(({ person }) => person))
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
  const place = { locale, zone }
  return (
    <div className="ahead" role="status">
      <ul className="ahead-list">
        {weeks.map((week) => {
          const [first, last] = [week[0], week.at(-1)]
          if (!first || !last) return null
          const span = { from: first.from, to: last.to }
          const within = (one: Span) =>
            Date.parse(one.from) < Date.parse(span.to) && Date.parse(one.to) > Date.parse(span.from)
          const people = shifts.filter(within).map(({ person }) => person.name)
          return (
            <li key={first.date}>
              <DutyStrip
                {...{ ui, span, zone, colourOf }}
                shifts={shifts.filter(within)}
                gaps={gaps.filter(within)}
                midnights={week.map(({ from }) => from)}
                label={t('rota.previewWeek', {
                  day: dayWords(first.date, locale),
                  people: clock.list([...new Set(people)]),
                  count: gaps.filter(within).length,
                })}
              />
            </li>
          )
        })}
      </ul>
      <p className="hint">{t('onCall.timesIn', { zone: zoneWords(zone) })}</p>
      {gaps.length === 0 ? (
        <p>{t('rota.previewNoGaps')}</p>
      ) : (
        <section className="troubles">
          <h3>{t('rota.previewGaps')}</h3>
          <ul>
            {gaps.slice(0, mostGaps).map((gap) => (
              <li key={gap.from}>
                <Icon name="alert" />
                {spanWords(gap, place)}
              </li>
            ))}
            {gaps.length > mostGaps && <li>{t('onCall.moreGaps', { count: gaps.length - mostGaps })}</li>}
          </ul>
        </section>
      )}
      <Disclosure summary={t('rota.previewShifts')}>
        <table className="set-up-table">
          <caption className="visually-hidden">{t('rota.previewShifts')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('rota.when')}</th>
              <th scope="col">{t('rota.who')}</th>
            </tr>
          </thead>
          <tbody>
            {shifts.map((shift) => (
              <tr key={shift.from}>
                <td>{spanWords(shift, place)}</td>
                <td>{shift.person.name}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </div>
  )
}
