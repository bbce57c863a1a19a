/** What a key does: walk through rows, or press what carries the key on this page. */
export type Command =
  | { do: 'step'; by: 1 | -1 }
  | { do: 'open' }
  | { do: 'pick' }
  | { do: 'search' }
  | { do: 'help' }
  | { do: 'go'; to: string }
  | { do: 'press'; key: string }

type Pressed = {
  key: string
  /** What was pressed just before, when it begins a pair: `g q`. */
  before?: string
  isTyping: boolean
  /** With Ctrl, Alt or Meta, which belong to the browser. */
  isModified: boolean
}

export const places: Readonly<Record<string, string>> = {
  q: '/queue',
  m: '/queue?view=mine',
  u: '/queue?view=unassigned',
  h: '/',
}

const commands: Readonly<Record<string, Command>> = {
  j: { do: 'step', by: 1 },
  k: { do: 'step', by: -1 },
  o: { do: 'open' },
  x: { do: 'pick' },
  '/': { do: 'search' },
  '?': { do: 'help' },
}

/** Letters that a page may give to a button or a fold of its own. */
export const pageKeys = ['a', 't', 'c', 'n', 'r', 'w', 'e', 'l', 'd', 'u'] as const

/** What a key means here; undefined leaves it to the browser. Whoever types is never interrupted. */
export function commandFor({ key, before, isTyping, isModified }: Pressed): Command | undefined {
  if (isTyping || isModified) return undefined
  if (before === 'g') {
    const to = places[key]
    return to ? { do: 'go', to } : undefined
  }
  return commands[key] ?? (pageKeys.some((one) => one === key) ? { do: 'press', key } : undefined)
}

/** The keys of each page, as its help tells them; the names are those of the messages. */
export const keyHelp = {
  anywhere: [
    ['/', 'search'],
    ['g q', 'goQueue'],
    ['g m', 'goMine'],
    ['g u', 'goUnassigned'],
    ['g h', 'goHome'],
    ['?', 'help'],
  ],
  queue: [
    ['j', 'down'],
    ['k', 'up'],
    ['o', 'open'],
    ['x', 'pick'],
    ['a', 'acknowledge'],
    ['u', 'undo'],
  ],
  incident: [
    ['a', 'acknowledge'],
    ['t', 'take'],
    ['c', 'reply'],
    ['n', 'note'],
    ['r', 'resolve'],
    ['w', 'hold'],
    ['e', 'escalate'],
    ['l', 'link'],
    ['d', 'edit'],
  ],
} as const
