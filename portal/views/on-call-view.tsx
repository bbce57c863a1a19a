import { ButtonLink } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { Icon } from '../components/icon.tsx'
import { DutyCard } from '../components/on-call/duty-card.tsx'
import { DutyStrip } from '../components/on-call/duty-strip.tsx'
import { SwapLine } from '../components/on-call/swap-list.tsx'
import { midnightsBetween } from '../lib/days.ts'
import { isAdministrator } from '../lib/doors.ts'
import { coloursFor } from '../lib/on-call/colours.ts'
import type { Duty, ScheduleName, Shift, Shifts, Swap } from '../lib/on-call/contract.ts'
import { type Turn, turnsOf } from '../lib/on-call/my-turns.ts'
import { calendarLink } from '../lib/on-call/query.ts'
import { zoneWords } from '../lib/on-call/words.ts'
import type { View } from '../lib/page.tsx'
import { shortMoment, spanWords } from '../lib/span.ts'
import type { Ui } from '../lib/visit.ts'

type Overview = { duties: Duty[]; all: Shifts[] }

/** Who is it now, who is next, is there a gap? */
export function onCallView(ui: Ui, { duties, all }: Overview): View {
  const { t, clock } = ui
  const colourOf = coloursFor([
    ...all.flatMap(({ shifts }) => shifts.map(({ person }) => person)),
    ...duties.flatMap(({ now, next }) => [now, next].flatMap((shift) => (shift ? [shift.person] : []))),
  ])
  const waiting = waitingFor(ui, all)
  return {
    title: t('onCall.title'),
    width: 'wide',
    body: (
      <>
        <h1>{t('onCall.title')}</h1>
        <Mine ui={ui} all={all} waits={waiting.length} />
        {duties.length === 0 ? (
          <Empty title={t('onCall.emptyTitle')}>
            <p>{t('onCall.empty')}</p>
            {isAdministrator(ui.person) && (
              <ButtonLink href="/set-up/schedules/new">{t('onCall.makeOne')}</ButtonLink>
            )}
          </Empty>
        ) : (
          <>
            <div className="duties">
              {duties.map((duty) => (
                <DutyCard key={duty.schedule.id} ui={ui} duty={duty} colourOf={colourOf} isTitled />
              ))}
            </div>
            <Asked ui={ui} waiting={waiting} />
            <Ahead ui={ui} all={all} colourOf={colourOf} />
            <p className="hint">{t('onCall.timesIn', { zone: zoneWords(clock.zone) })}</p>
          </>
        )}
      </>
    ),
  }
}

type Waiting = { schedule: ScheduleName; swap: Swap }

/** The swaps that only the reader can answer. */
const waitingFor = ({ person }: Ui, all: Shifts[]): Waiting[] =>
  all.flatMap(({ schedule, swaps }) =>
    swaps
      .filter((swap) => swap.status === 'proposed' && swap.with.id === person?.id)
      .map((swap) => ({ schedule, swap })),
  )

/** One's own turns: in each schedule the one that runs, or the next. */
function Mine({ ui, all, waits }: { ui: Ui; all: Shifts[]; waits: number }) {
  const { t, clock, person } = ui
  const turns = turnsOf(all, person?.id, clock.now)
  if (turns.length === 0 && waits === 0) return null
  return (
    <p className={turns.some(({ shift }) => isRunning(ui, shift)) ? 'my-turn my-turn-now' : 'my-turn'}>
      <Icon name="people" />
      <span>
        {turns.map((turn) => (
          <span key={turn.schedule.id} className="my-turn-line">
            <MyTurn ui={ui} turn={turn} />{' '}
          </span>
        ))}
        {waits > 0 && <a href="#asked">{t('onCall.waits', { count: waits })}</a>}
      </span>
    </p>
  )
}

function MyTurn({ ui, turn: { schedule, shift } }: { ui: Ui; turn: Turn }) {
  const { t, locale, clock } = ui
  const place = { locale, zone: clock.zone }
  return (
    <>
      {isRunning(ui, shift)
        ? t('onCall.youAreNow', { time: shortMoment(shift.to, place) })
        : t('onCall.youAre', { span: spanWords(shift, place) })}{' '}
      <a href={calendarLink(schedule.id, {})}>
        <bdi>{schedule.name}</bdi>
      </a>
      .
    </>
  )
}

function Asked({ ui, waiting }: { ui: Ui; waiting: Waiting[] }) {
  if (waiting.length === 0) return null
  return (
    <section className="panel panel-ask" aria-labelledby="asked">
      <h2 id="asked">{ui.t('onCall.asked')}</h2>
      <ul className="swaps">
        {waiting.map(({ schedule, swap }) => (
          <SwapLine
            key={swap.id}
            {...{ ui, swap, zone: ui.clock.zone }}
            returnTo="/on-call"
            scheduleName={schedule.name}
          />
        ))}
      </ul>
    </section>
  )
}

const isRunning = ({ clock }: Ui, shift: Shift) => clock.isPast(shift.from) && !clock.isPast(shift.to)

type AheadProps = { ui: Ui; all: Shifts[]; colourOf: (id: string) => number }

function Ahead({ ui, all, colourOf }: AheadProps) {
  const { t, clock } = ui
  const start = clock.now.getTime()
  const from = new Date(start).toISOString()
  const to = new Date(start + 7 * 86_400_000).toISOString()
  const midnights = midnightsBetween(from, to, clock.zone)
  const within = (one: { from: string; to: string }) =>
    Date.parse(one.from) < Date.parse(to) && Date.parse(one.to) > start
  return (
    <section className="ahead" aria-labelledby="ahead">
      <h2 id="ahead">{t('onCall.weekAhead')}</h2>
      <ul className="ahead-list">
        {all.map(({ schedule, shifts, gaps }) => (
          <li key={schedule.id}>
            <h3>
              <a href={calendarLink(schedule.id, {})}>
                <bdi>{schedule.name}</bdi>
              </a>
            </h3>
            <DutyStrip
              {...{ ui, midnights, colourOf }}
              span={{ from, to }}
              shifts={shifts.filter(within)}
              gaps={gaps.filter(within)}
              zone={clock.zone}
              label={t('onCall.stripOf', {
                name: schedule.name,
                people: clock.list([...new Set(shifts.filter(within).map(({ person }) => person.name))]),
                count: gaps.filter(within).length,
              })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
