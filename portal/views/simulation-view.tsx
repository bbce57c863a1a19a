import { Channel } from '../components/channel.tsx'
import { Notice } from '../components/notice.tsx'
import { durationOf } from '../lib/duration.ts'
import type { Because, Played, Simulation } from '../lib/notify-contract.ts'
import { type Asked, endsUnanswered, type Line, linesOf, tellsNobody } from '../lib/simulation.ts'
import { cityOf, dayTime, weekdayTime } from '../lib/span.ts'
import type { Ui } from '../lib/visit.ts'

export type Simulated = {
  simulation: Simulation
  asked: Asked
  at: string
  /** What a clock change made of the time that was asked for. */
  note?: string
  acknowledgedAt?: string
  /** How many steps the policy has. */
  steps: number
  /** Whether the policy is for such an incident at all. */
  isCovered: boolean
}

/** Who would be told what and when, as a line of time. */
export function SimulationAnswer({ ui, simulated }: { ui: Ui; simulated: Simulated }) {
  const { t, locale } = ui
  const { simulation, asked, at, note } = simulated
  const when = dayTime(at, { locale, zone: asked.zone })
  return (
    <section className="run" aria-labelledby="answer">
      {/* biome-ignore lint/a11y/noAutofocus: the page came back because of this answer, so reading starts here. */}
      <h3 id="answer" tabIndex={-1} autoFocus>
        {t('simulation.answer', { priority: asked.priority, when, city: cityOf(asked.zone) })}
      </h3>
      {note && <Notice kind="note">{note}</Notice>}
      <Instead ui={ui} simulated={simulated} />
      <ol className="run-lines">
        {linesOf(simulated).map((line) => (
          <RunLine
            key={`${line.kind} ${line.at} ${placeOf(line)}`}
            ui={ui}
            line={line}
            simulated={simulated}
          />
        ))}
      </ol>
      {tellsNobody(simulation) ? (
        <Notice kind="warning">
          <strong>{t('simulation.nothing')}</strong> {t('simulation.nothingHint')}
        </Notice>
      ) : (
        endsUnanswered(simulation) && (
          <Notice kind="warning">
            <strong>{t('simulation.exhausted')}</strong> {t('simulation.exhaustedHint')}
          </Notice>
        )
      )}
    </section>
  )
}

/** It is played all the same: what it would do is what was asked. */
function Instead({ ui: { t }, simulated }: { ui: Ui; simulated: Simulated }) {
  const { simulation, asked, isCovered } = simulated
  const { priority } = asked
  const name = simulation.takenInstead?.name
  if (isCovered && !name) return null
  return (
    <Notice kind="warning">
      {isCovered
        ? t('simulation.instead', { name: name ?? '', priority })
        : t(name ? 'simulation.notForButOther' : 'simulation.notFor', { name: name ?? '', priority })}
    </Notice>
  )
}

const placeOf = (line: Line) => ('played' in line ? `${line.played.round}.${line.played.step}` : '')

type LineProps = { ui: Ui; line: Line; simulated: Simulated }

function RunLine({ ui, line, simulated }: LineProps) {
  const { t, locale } = ui
  const { asked, at } = simulated
  const passed = Date.parse(line.at) - Date.parse(at)
  return (
    <li className={`run-line run-${line.kind}`}>
      <p className="run-when">
        <strong>
          {passed > 0 ? t('simulation.after', { duration: durationOf(passed) }) : t('simulation.start')}
        </strong>
        <time dateTime={line.at}>{weekdayTime(line.at, { locale, zone: asked.zone })}</time>
      </p>
      <div className="run-what">
        {line.kind === 'reported' && <p>{t('simulation.reported')}</p>}
        {line.kind === 'acknowledged' && <p>{t('simulation.acknowledgedNow')}</p>}
        {line.kind === 'resumes' && <p>{t('simulation.resumes')}</p>}
        {'played' in line && <PlayedStep ui={ui} played={line.played} steps={simulated.steps} />}
      </div>
    </li>
  )
}

const skippedCauses = ['nobody_on_call', 'condition'] as const

function PlayedStep({ ui, played, steps }: { ui: Ui; played: Played; steps: number }) {
  const { t } = ui
  const { step, round, kind, cause, people } = played
  const known = skippedCauses.find((one) => one === cause)
  return (
    <>
      <h4>
        {t('simulation.step', { step: String(step), of: String(steps) })}
        {round > 1 && `, ${t('simulation.round', { round: String(round) })}`}
      </h4>
      {kind === 'skipped' ? (
        <Notice kind={known === 'condition' ? 'note' : 'warning'}>
          <strong>{t('simulation.skipped')}.</strong> {t(`simulation.skipped_${known ?? 'other'}`)}
        </Notice>
      ) : (
        <ul className="run-people">
          {people.map((person) => (
            <li key={person.id}>
              <p className="run-person">{person.name}</p>
              <p className="hint">{t('simulation.reads', { why: person.why[ui.locale] })}</p>
              <Ways ui={ui} ways={person.ways} from={played.at} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

type WaysProps = { ui: Ui; ways: Played['people'][number]['ways']; from: string }

function Ways({ ui, ways, from }: WaysProps) {
  const { t } = ui
  if (ways.length === 0) return <p>{t('simulation.noWay')}</p>
  return (
    <ul className="run-ways">
      {ways.map(({ channel, at, because }) => {
        const late = Date.parse(at) - Date.parse(from)
        return (
          <li key={`${channel} ${at}`}>
            <Channel ui={ui} channel={channel} />{' '}
            {late > 0 ? t('simulation.later', { duration: durationOf(late) }) : t('simulation.atOnce')}
            <span className="hint">, {t(`simulation.because_${because satisfies Because}`)}</span>
          </li>
        )
      })}
    </ul>
  )
}
