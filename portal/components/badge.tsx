import type { State } from '../lib/contract.ts'
import type { Ui } from '../lib/visit.ts'

const barsOf: Record<string, number> = { P2: 4, P3: 3, P4: 2, P5: 1 }

/** P1 is a filled block, the others are signal bars: the shape tells as much as the letters. */
export function PriorityBadge({ ui, priority }: { ui: Ui; priority: string }) {
  const bars = barsOf[priority]
  return (
    <span className={`priority priority-${priority.toLowerCase()}`}>
      {bars && (
        <svg viewBox="0 0 14 12" aria-hidden="true" focusable="false">
          {[1, 2, 3, 4].map((bar) => (
            <rect
              key={bar}
              className={bar <= bars ? 'bar-on' : 'bar-off'}
              x={(bar - 1) * 3.6}
              y={12 - bar * 3}
              width="2.4"
              height={bar * 3}
              rx="0.6"
            />
          ))}
        </svg>
      )}
      <span className="visually-hidden">{ui.t('priority.word')} </span>
      {priority}
    </span>
  )
}

const drawings: Record<State, string> = {
  new: 'M7 1.500a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11Zm0 1.600a3.900 3.900 0 1 0 0 7.800 3.900 3.900 0 0 0 0-7.800Z',
  in_progress:
    'M7 1.500a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11Zm0 1.600v7.800a3.900 3.900 0 0 0 0-7.800Z',
  on_hold: 'M3 2h3v10H3V2Zm5 0h3v10H8V2Z',
  resolved: 'M5.600 11.600 1.400 7.400l1.400-1.400 2.800 2.800 5.600-5.600 1.400 1.400-7 7Z',
  closed:
    'M7 1.500a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11Zm-.8 7.900L10.400 5.200l-1-1-3.200 3.200-1.500-1.500-1 1 2.500 2.500Z',
  canceled:
    'm3.400 2 3.600 3.600L10.600 2 12 3.400 8.400 7l3.600 3.600-1.400 1.400L7 8.400 3.400 12 2 10.600 5.600 7 2 3.400 3.400 2Z',
}

export const StateBadge = ({ ui, state, holdReason }: { ui: Ui; state: State; holdReason?: string }) => (
  <span className={`state state-${state}`}>
    <svg viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      <path fillRule="evenodd" d={drawings[state]} />
    </svg>
    {state === 'on_hold' && holdReason === 'awaiting_requester'
      ? ui.t('state.awaiting')
      : ui.t(`state.${state}`)}
  </span>
)
