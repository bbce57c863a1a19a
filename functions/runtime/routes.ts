/** Where the relay copies events to: a queue and the types it asked for, each whole or as `noun.*`. */
export type Route = {
  queueUrl: string
  types: string[]
  /** The types it asked for also where they tell of the past, because they were imported. */
  history?: string[]
}

/** What came in from elsewhere as it happened there, long ago: nobody is told of it again. */
type Happened = { type: string; isQuiet: boolean }

/** The queues that asked for this event, each once. */
export const queuesFor = (routes: readonly Route[], { type, isQuiet }: Happened): string[] =>
  routes
    .filter(({ types, history = [] }) => (isQuiet ? history : types).some((wanted) => matches(wanted, type)))
    .map(({ queueUrl }) => queueUrl)

const matches = (wanted: string, type: string) =>
  wanted.endsWith('.*') ? type.startsWith(wanted.slice(0, -1)) : wanted === type
