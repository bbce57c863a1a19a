import type { Ui } from '../lib/visit.ts'

/** How much of what its category asks for is recorded. */
export const CompletenessMeter = ({ ui, percent }: { ui: Ui; percent: number | undefined }) =>
  percent === undefined ? (
    <span className="soft">–</span>
  ) : (
    <span className="complete" title={ui.t('complete.title', { percent: String(percent) })}>
      <svg className="complete-bar" viewBox="0 0 40 6" aria-hidden="true" focusable="false">
        <rect className="complete-ground" width="40" height="6" rx="3" />
        <rect
          className="complete-part"
          width={percent === 0 ? 0 : Math.max(6, (percent / 100) * 40)}
          height="6"
          rx="3"
        />
      </svg>
      <span className="visually-hidden">{ui.t('complete.word')} </span>
      {percent} %
    </span>
  )
