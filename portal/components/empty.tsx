import type { ReactNode } from 'react'
import { Hull } from './mark.tsx'

/** An empty list is a calm sea, and a place to learn what would stand here. */
export const Empty = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="empty">
    <div className="empty-sea">
      <Hull className="empty-hull" />
    </div>
    <h2>{title}</h2>
    {children}
  </div>
)
