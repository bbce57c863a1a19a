import type { ClockState, SlaClock } from '../lib/desk-contract.ts'
import { durationOf } from '../lib/duration.ts'
import type { Ui } from '../lib/visit.ts'

const drawings: Record<ClockState, string> = {
  on_track:
    'M7 1a6 6 0 1 1 0 12A6 6 0 0 1 7 1Zm0 1.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9Zm.7 1.700v2.500l1.700 1.700-1 1L6.300 7.300V4.200h1.400Z',
  at_risk:
    'M7 .8 13.700 12.700H.3L7 .8Zm-.7 4.500.2 3.500h1l.2-3.500H6.300ZM7 9.600a.8.8 0 1 0 0 1.600.8.8 0 0 0 0-1.600Z',
  breached:
    'M4.200 1h5.600L13 4.200v5.600L9.800 13H4.200L1 9.800V4.200L4.200 1Zm2 2.500.2 4.500h1.200l.2-4.500H6.200ZM7 9a1 1 0 1 0 0 2 1 1 0 0 0 0-2Z',
  met: 'M5.600 11.600 1.400 7.400l1.400-1.400 2.800 2.800 5.600-5.600 1.400 1.400-7 7Z',
  paused: 'M3 2h3v10H3V2Zm5 0h3v10H8V2Z',
}

export const ClockSign = ({ state }: { state: ClockState }) => (
  <svg className={`sla-sign sla-sign-${state}`} viewBox="0 0 14 14" aria-hidden="true" focusable="false">
    <path fillRule="evenodd" d={drawings[state]} />
  </svg>
)

type Running = Pick<SlaClock, 'name' | 'state' | 'dueAt' | 'metAt'>

/** "2 h 05 min left"; a small script keeps it going, by the API's clock. */
export function Countdown({ ui, dueAt }: { ui: Ui; dueAt: string }) {
  const { t, clock } = ui
  const left = Date.parse(dueAt) - clock.now.getTime()
  const time = durationOf(left)
  return (
    <time
      dateTime={dueAt}
      title={clock.full(dueAt)}
      data-due={dueAt}
      data-left={t('sla.left', { time: '#' })}
      data-over={t('sla.over', { time: '#' })}
    >
      {t(left >= 0 ? 'sla.left' : 'sla.over', { time })}
    </time>
  )
}

/** A deadline in a row: its sign, how long, and which one it is. Colour says nothing that the sign does not. */
export const ClockCell = ({ ui, clock }: { ui: Ui; clock: Running | undefined }) =>
  clock ? (
    <span className={`sla sla-${clock.state}`}>
      <ClockSign state={clock.state} />
      <span>
        <span className="sla-time">
          <span className="visually-hidden">{ui.t(`sla.state_${clock.state}`)}, </span>
          {isTimed(clock) ? <Countdown ui={ui} dueAt={clock.dueAt} /> : ui.t(`sla.state_${clock.state}`)}
        </span>
        <span className="sla-name">{ui.t(`sla.${clock.name}`)}</span>
      </span>
    </span>
  ) : (
    <span className="soft">–</span>
  )

export const isTimed = <C extends Running>(clock: C): clock is C & { dueAt: string } =>
  clock.dueAt !== undefined && clock.state !== 'met' && clock.state !== 'paused' && clock.metAt === undefined
