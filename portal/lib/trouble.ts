const parameter = 'trouble'
const statuses = ['403', '404', '503']

/**
 * A page cannot choose its status, and Next shows its own "not found" only with script. So a page that must
 * refuse leads the browser to its own address with this mark, which the proxy answers from a route that can.
 */
export function troubled(path: string, status: 403 | 404 | 503): string {
  const url = new URL(path, 'https://portal.invalid')
  url.searchParams.set(parameter, String(status))
  return `${url.pathname}${url.search}`
}

/** The route behind a marked address, if it is one. */
export function troubleRoute(parameters: URLSearchParams): string | undefined {
  const status = parameters.get(parameter)
  return status && statuses.includes(status) ? `/trouble/${status}` : undefined
}

/** The address without the mark, to try again. */
export function untroubled(path: string): string {
  const url = new URL(path, 'https://portal.invalid')
  url.searchParams.delete(parameter)
  return `${url.pathname}${url.search}`
}
