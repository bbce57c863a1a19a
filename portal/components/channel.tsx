import type { Ui } from '../lib/visit.ts'
import { Icon } from './icon.tsx'

const known = ['mail', 'sms', 'webhook'] as const

/** A way to reach somebody: its sign and its name. */
export function Channel({ ui, channel }: { ui: Ui; channel: string }) {
  const found = known.find((one) => one === channel)
  return (
    <span className="channel">
      <Icon name={found ?? 'info'} />
      {found ? ui.t(`channel.${found}`) : channel}
    </span>
  )
}
