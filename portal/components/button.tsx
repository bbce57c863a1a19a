import type { ReactNode } from 'react'

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'

export const Button = ({ kind = 'primary', children }: { kind?: ButtonKind; children: ReactNode }) => (
  <button type="submit" className={`button button-${kind}`}>
    {children}
  </button>
)

type LinkProps = { href: string; kind?: ButtonKind; children: ReactNode }

export const ButtonLink = ({ href, kind = 'primary', children }: LinkProps) => (
  <a href={href} className={`button button-${kind}`}>
    {children}
  </a>
)
