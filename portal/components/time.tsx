import type { Ui } from '../lib/visit.ts'

/** "5 minutes ago", with the full date for whoever points at it. */
export const Ago = ({ ui, at }: { ui: Ui; at: string }) => (
  <time dateTime={at} title={ui.clock.full(at)}>
    {ui.clock.relative(at)}
  </time>
)

export const When = ({ ui, at }: { ui: Ui; at: string }) => <time dateTime={at}>{ui.clock.moment(at)}</time>
