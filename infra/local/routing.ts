import type { LocalRoute } from './app-model.ts'

export interface MatchedRoute {
  route: LocalRoute
  pathParameters: Record<string, string>
}

interface Pattern {
  route: LocalRoute
  method: string
  segments: string[]
  isGreedy: boolean
}

function patternOf(route: LocalRoute): Pattern {
  const [method = 'ANY', path = ''] = route.routeKey.split(' ')
  const segments = path.split('/').slice(1)
  return { route, method, segments, isGreedy: path.includes('+}') }
}

function parametersOf({ segments }: Pattern, path: string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {}
  for (const [index, segment] of segments.entries()) {
    const greedy = /^\{(.+)\+\}$/.exec(segment)
    if (greedy?.[1]) {
      const rest = path.slice(index).join('/')
      if (rest === '') return undefined
      return { ...parameters, [greedy[1]]: rest }
    }
    const actual = path[index]
    if (actual === undefined) return undefined
    const variable = /^\{(.+)\}$/.exec(segment)?.[1]
    if (variable) parameters[variable] = actual
    else if (segment !== actual) return undefined
  }
  return segments.length === path.length ? parameters : undefined
}

/** How exact a route is; API Gateway takes a full match before a greedy one, and a method before ANY. */
function rank({ method, segments, isGreedy }: Pattern): number {
  const literal = segments.filter((segment) => !segment.startsWith('{')).length
  return (isGreedy ? 0 : 10_000) + (method === 'ANY' ? 0 : 1000) + literal
}

/** Builds the matcher of an HTTP API from its routes. */
export function routerOf(routes: LocalRoute[]) {
  const patterns = routes.filter(({ routeKey }) => routeKey !== '$default').map(patternOf)
  patterns.sort((a, b) => rank(b) - rank(a))
  const fallback = routes.find(({ routeKey }) => routeKey === '$default')
  return (method: string, path: string): MatchedRoute | undefined => {
    const segments = path.split('/').slice(1)
    for (const pattern of patterns) {
      if (pattern.method !== 'ANY' && pattern.method !== method) continue
      const pathParameters = parametersOf(pattern, segments)
      if (pathParameters) return { route: pattern.route, pathParameters }
    }
    return fallback && { route: fallback, pathParameters: {} }
  }
}
