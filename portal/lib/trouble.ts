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

/** Behind a marked address that was shown already: leads back to the address without the mark. */
export const againRoute = '/trouble/again'

/**
 * The route behind a marked address, if it is one.
 * @param wasShown the last page that this browser got was a trouble page, so this is a reload: try again.
 */
export function troubleRoute(parameters: URLSearchParams, wasShown: boolean): string | undefined {
  const status = parameters.get(parameter)
  if (!status || !statuses.includes(status)) return undefined
  return wasShown ? againRoute : `/trouble/${status}`
}

/** The address without the mark, to try again. */
export function untroubled(path: string): string {
  const url = new URL(path, 'https://portal.invalid')
  url.searchParams.delete(parameter)
  return `${url.pathname}${url.search}`
}
