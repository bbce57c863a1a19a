import type { ReactNode } from 'react'

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'

type ButtonProps = { kind?: ButtonKind; shortcut?: string; children: ReactNode }

export const Button = ({ kind = 'primary', shortcut, children }: ButtonProps) => (
  <button type="submit" className={`button button-${kind}`} data-key={shortcut} aria-keyshortcuts={shortcut}>
    {children}
  </button>
)

type LinkProps = { href: string; kind?: ButtonKind; children: ReactNode }

export const ButtonLink = ({ href, kind = 'primary', children }: LinkProps) => (
  <a href={href} className={`button button-${kind}`}>
    {children}
  </a>
)
