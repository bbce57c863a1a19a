import type { Ui } from '../lib/visit.ts'
import { Icon } from './icon.tsx'

const signs = {
  claimed: 'clock',
  sent: 'check',
  delivered: 'check',
  suppressed: 'alert',
  failed: 'alert',
  bounced: 'alert',
  complained: 'alert',
} as const

/** What became of a message: a sign, and a word. */
export function SendState({ ui, status }: { ui: Ui; status: string }) {
  const known = Object.hasOwn(signs, status) ? (status as keyof typeof signs) : undefined
  const sign = known ? signs[known] : 'info'
  return (
    <span className={`send send-${sign}`}>
      <Icon name={sign} />
      {ui.t(`sendWord.${known ?? 'other'}`)}
    </span>
  )
}
