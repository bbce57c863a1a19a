import type { Ui } from '../lib/visit.ts'

/** "5 minutes ago", with the full date for whoever points at it. */
export const Ago = ({ ui, at }: { ui: Ui; at: string }) => (
  <time dateTime={at} title={ui.clock.full(at)}>
    {ui.clock.relative(at)}
  </time>
)

/** "Updated 5 minutes ago"; what has only just been says so in the words of its language. */
export const AgoWith = ({ ui, what, at }: { ui: Ui; what: keyof typeof justNow; at: string }) =>
  ui.clock.isJustNow(at) ? (
    <time dateTime={at} title={ui.clock.full(at)}>
      {ui.t(justNow[what])}
    </time>
  ) : (
    <span>
      {ui.t(what)} <Ago ui={ui} at={at} />
    </span>
  )

const justNow = {
  'list.updated': 'list.updatedNow',
  'banner.updated': 'banner.updatedNow',
  'incident.reported': 'incident.reportedNow',
} as const

export const When = ({ ui, at }: { ui: Ui; at: string }) => <time dateTime={at}>{ui.clock.moment(at)}</time>
