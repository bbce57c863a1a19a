import type { ReactNode } from 'react'

type DisclosureProps = {
  summary: ReactNode
  /** Only one of a group is open at a time. */
  group?: string
  isOpen?: boolean
  tone?: 'internal'
  children: ReactNode
}

export const Disclosure = ({ summary, group, isOpen, tone, children }: DisclosureProps) => (
  <details
    className={tone ? `disclosure disclosure-${tone}` : 'disclosure'}
    name={group}
    open={isOpen || undefined}
  >
    <summary>{summary}</summary>
    <div className="disclosure-body">{children}</div>
  </details>
)
