import type { Entry } from '../lib/contract.ts'
import type { Ui } from '../lib/visit.ts'
import { sentenceOf, wordsOf } from '../views/entry-sentence.ts'
import { Icon } from './icon.tsx'
import { Ago } from './time.tsx'

type Speaker = 'me' | 'other'

/** One thing that happened. What people wrote stands out; an internal note looks like nothing else. */
function TimelineEntry({ ui, entry, names }: { ui: Ui; entry: Entry; names: (id: string) => string }) {
  const isInternal = entry.visibility === 'internal'
  const speaker: Speaker = entry.by.id !== undefined && entry.by.id === ui.person?.id ? 'me' : 'other'
  const words = wordsOf(entry)
  const kind = words ? 'entry entry-text' : 'entry'
  return (
    <li className={`${kind} entry-${entry.visibility} entry-${speaker}`} data-type={entry.type}>
      <p className="entry-head">
        {isInternal && (
          <span className="tag tag-internal">
            <Icon name="lock" />
            {ui.t('timeline.internal')}
          </span>
        )}
        <span>{sentenceOf(ui, entry, names)}</span> · <Ago ui={ui} at={entry.at} />
      </p>
      {words && (
        <p className="prose" dir="auto">
          {words}
        </p>
      )}
    </li>
  )
}

export const Timeline = ({
  ui,
  entries,
  names,
}: {
  ui: Ui
  entries: Entry[]
  names: (id: string) => string
}) => (
  <ol className="timeline">
    {entries.map((entry) => (
      <TimelineEntry key={`${entry.visibility}-${entry.seq}`} ui={ui} entry={entry} names={names} />
    ))}
  </ol>
)
