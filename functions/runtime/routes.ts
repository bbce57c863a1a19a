/** Where the relay copies events to: a queue and the types it asked for, each whole or as `noun.*`. */
export type Route = { queueUrl: string; types: string[] }

/** The queues that asked for this type of event, each once. */
export const queuesFor = (routes: readonly Route[], type: string): string[] =>
  routes.filter(({ types }) => types.some((wanted) => matches(wanted, type))).map(({ queueUrl }) => queueUrl)

const matches = (wanted: string, type: string) =>
  wanted.endsWith('.*') ? type.startsWith(wanted.slice(0, -1)) : wanted === type
