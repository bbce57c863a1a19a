import type { ReactNode } from 'react'

type DisclosureProps = {
  summary: ReactNode
  /** Only one of a group is open at a time. */
  group?: string
  isOpen?: boolean
  tone?: 'internal'
  /** The key that unfolds it and leads into its first field. */
  shortcut?: string
  children: ReactNode
}

export const Disclosure = ({ summary, group, isOpen, tone, shortcut, children }: DisclosureProps) => (
  <details
    className={tone ? `disclosure disclosure-${tone}` : 'disclosure'}
    name={group}
    open={isOpen || undefined}
  >
    <summary data-key={shortcut} aria-keyshortcuts={shortcut}>
      {summary}
    </summary>
    <div className="disclosure-body">{children}</div>
  </details>
)
