import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

const icons = { done: 'check', note: 'info', warning: 'alert' } as const

export const Notice = ({ kind, children }: { kind: keyof typeof icons; children: ReactNode }) => (
  <div className={`notice notice-${kind}`} role={kind === 'warning' ? 'alert' : 'status'}>
    <Icon name={icons[kind]} />
    <div>{children}</div>
  </div>
)
