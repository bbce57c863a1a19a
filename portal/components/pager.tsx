type PagerProps = { label: string; path: string; query: URLSearchParams; cursor?: string }

export function Pager({ label, path, query, cursor }: PagerProps) {
  if (!cursor) return null
  const next = new URLSearchParams(query)
  next.set('cursor', cursor)
  return (
    <p className="pager">
      <a className="button button-plain" href={`${path}?${next}`} rel="next">
        {label}
      </a>
    </p>
  )
}
