import type { Shift, Span } from '../../lib/on-call/contract.ts'
import { dayToPropose, today } from '../../lib/on-call/days.ts'
import { calendarLink } from '../../lib/on-call/query.ts'
import { wholeShifts } from '../../lib/on-call/whole-shifts.ts'
import { zoneWords } from '../../lib/on-call/words.ts'
import { spanWords } from '../../lib/span.ts'
import type { Ui } from '../../lib/visit.ts'
import { wallAt } from '../../lib/wall-clock.ts'
import type { CalendarData } from '../../views/on-call-data.ts'
import { Button } from '../button.tsx'
import { Disclosure } from '../disclosure.tsx'
import type { Draft } from '../field.tsx'
import { DateField, SelectField, TextField, TimeField } from '../field.tsx'

export type Asking = 'standIn' | 'swap'
type FormsProps = { ui: Ui; calendar: CalendarData; draft: Draft; asks?: Asking }

const spanValue = ({ from, to }: Span) => `${from}/${to}`

/** Whoever is chosen takes over for a while; or two people swap. Script shows the same forms in a dialog. */
export function ChangeForms({ ui, calendar, draft, asks }: FormsProps) {
  const { t } = ui
  const { query, data } = calendar
  const isChosen = query.from !== undefined
  const chosen = data.shifts.find(
    (shift) => shift.from <= (query.from ?? '') && (query.from ?? '') < shift.to,
  )
  const isMine = chosen?.person.id === ui.person?.id
  return (
    <section id="change" className="change" aria-labelledby="change-title" tabIndex={-1}>
      <h2 id="change-title">{t('onCall.change')}</h2>
      <Disclosure
        summary={t('onCall.standInTitle')}
        group="change"
        isOpen={asks === 'standIn' || (isChosen && asks === undefined)}
      >
        <StandIn ui={ui} calendar={calendar} draft={draft} />
      </Disclosure>
      <Disclosure summary={t('onCall.swapTitle')} group="change" isOpen={asks === 'swap'}>
        <SwapForm ui={ui} calendar={calendar} draft={draft} chosen={isMine ? chosen : undefined} />
      </Disclosure>
    </section>
  )
}

const returnTo = ({ id, query }: CalendarData) =>
  calendarLink(id, { ...query, from: undefined, to: undefined, person: undefined })

type Props = Omit<FormsProps, 'asks'>

function StandIn({ ui, calendar, draft }: Props) {
  const { t, clock } = ui
  const { id, query, zone, people } = calendar
  const begins = query.from ? wallAt(query.from, zone) : undefined
  const ends = query.to ? wallAt(query.to, zone) : undefined
  const proposed = dayToPropose(
    calendar.days.map(({ date }) => date),
    today(clock.now, zone),
  )
  const field = (name: string, otherwise?: string) => ({
    id: name,
    name,
    value: draft.values[name] ?? otherwise,
    error: draft.errors[name],
  })
  return (
    <form
      method="post"
      action={`/on-call/${encodeURIComponent(id)}/overrides`}
      className="form"
      data-stand-in
    >
      <input type="hidden" name="zone" value={zone} />
      <input type="hidden" name="key" value={crypto.randomUUID()} />
      <input type="hidden" name="returnTo" value={returnTo(calendar)} />
      <p className="hint">{t('onCall.standInHint', { zone: zoneWords(zone) })}</p>
      <div className="row-fields">
        <DateField {...field('fromDate', begins?.date ?? proposed)} label={t('onCall.fromDate')} isRequired />
        <TimeField {...field('fromTime', begins?.time ?? '')} label={t('onCall.fromClock')} isRequired />
        <DateField {...field('toDate', ends?.date ?? proposed)} label={t('onCall.toDate')} isRequired />
        <TimeField {...field('toTime', ends?.time ?? '')} label={t('onCall.toClock')} isRequired />
      </div>
      <SelectField
        {...field('personId', ui.person?.id)}
        label={t('onCall.who')}
        options={people.map((person) => ({ value: person.id, label: person.name }))}
      />
      <TextField {...field('reason')} label={t('onCall.reason')} maxLength={500} />
      <Button>{t('onCall.standInGo')}</Button>
    </form>
  )
}

function SwapForm({ ui, calendar, draft, chosen }: Props & { chosen?: Shift }) {
  const { t, locale, clock } = ui
  const { id, data, zone, people } = calendar
  const ahead = wholeShifts(data).filter(({ from }) => !clock.isPast(from))
  const mine = ahead.filter(({ person }) => person.id === ui.person?.id)
  if (mine.length === 0) return <p>{t('onCall.noShiftOfMine')}</p>
  const option = (shift: Shift) => ({ value: spanValue(shift), label: spanWords(shift, { locale, zone }) })
  const others = people.filter((person) => person.id !== ui.person?.id)
  return (
    <form method="post" action={`/on-call/${encodeURIComponent(id)}/swaps`} className="form">
      <input type="hidden" name="key" value={crypto.randomUUID()} />
      <input type="hidden" name="returnTo" value={returnTo(calendar)} />
      <p className="hint">{t('onCall.swapHint', { zone: zoneWords(zone) })}</p>
      <SelectField
        id="shift"
        name="shift"
        label={t('onCall.myShift')}
        value={draft.values.shift ?? (chosen && spanValue(chosen))}
        error={draft.errors.shift}
        options={mine.map(option)}
      />
      <SelectField
        id="withId"
        name="withId"
        label={t('onCall.swapWith')}
        value={draft.values.withId}
        error={draft.errors.withId}
        options={others.map((person) => ({ value: person.id, label: person.name }))}
      />
      <SelectField
        id="return"
        name="return"
        label={t('onCall.inReturn')}
        value={draft.values.return}
        error={draft.errors.return}
        options={[{ value: '', label: t('onCall.nothingInReturn') }]}
        groups={others.flatMap((person) => {
          const theirs = ahead.filter((shift) => shift.person.id === person.id)
          return theirs.length > 0
            ? [
                {
                  label: person.name,
                  options: theirs.map((shift) => ({
                    ...option(shift),
                    value: `${person.id}|${spanValue(shift)}`,
                  })),
                },
              ]
            : []
        })}
      />
      <TextField
        id="swap-reason"
        name="reason"
        label={t('onCall.reason')}
        value={draft.values.reason}
        maxLength={500}
      />
      <Button>{t('onCall.swapGo')}</Button>
    </form>
  )
}
