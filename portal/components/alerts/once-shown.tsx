import type { Ui } from '../../lib/visit.ts'
import { Notice } from '../notice.tsx'

type OnceProps = { id: string; label: string; hint?: string; value: string }

/** Something to be copied now: a field that can be read and selected, not changed. */
export const OnceShown = ({ id, label, hint, value }: OnceProps) => (
  <div className="field once">
    <label htmlFor={id}>{label}</label>
    {hint && (
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    <input id={id} type="text" readOnly value={value} aria-describedby={hint && `${id}-hint`} />
  </div>
)

type NoticeProps = {
  ui: Ui
  isRotated: boolean
  until?: string
  fresh: 'sources.onceNew' | 'heartbeats.onceNew'
}

/** That a key is shown this once, and until when the one before it works, if there was one. */
export const OnceNotice = ({ ui: { t, clock }, isRotated, until, fresh }: NoticeProps) => (
  <Notice kind="done">
    <p>{t(isRotated ? 'sources.onceRotated' : fresh)}</p>
    {isRotated && (
      <p>
        {until && !clock.isPast(until)
          ? t('sources.oncePrevious', { time: clock.moment(until) })
          : t('sources.onceNoPrevious')}
      </p>
    )}
  </Notice>
)

/** What to put into the sender, to be copied as it stands. */
export const ToCopy = ({ children }: { children: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
  <pre className="code code-copied" dir="ltr" tabIndex={0}>
    {children}
  </pre>
)
