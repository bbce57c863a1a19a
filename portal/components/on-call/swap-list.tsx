import type { Swap } from '../../lib/on-call/contract.ts'
import { spanWords } from '../../lib/span.ts'
import type { Ui } from '../../lib/visit.ts'
import { Button } from '../button.tsx'

type SwapProps = { ui: Ui; swap: Swap; zone: string; returnTo: string; scheduleName?: string }

/** One asked-for swap in plain words, with the buttons of whoever reads it. */
export function SwapLine({ ui, swap, zone, returnTo, scheduleName }: SwapProps) {
  const { t, locale, person } = ui
  const place = { locale, zone }
  const isOpen = swap.status === 'proposed'
  const facts = {
    by: swap.by.name,
    with: swap.with.name,
    span: spanWords(swap, place),
    return: swap.return ? spanWords(swap.return, place) : '',
  }
  return (
    <li className="swap">
      <p>
        {scheduleName && <span className="swap-schedule">{scheduleName}</span>}
        {t(swap.return ? 'onCall.swapSentenceReturn' : 'onCall.swapSentence', facts)}
        {swap.reason && <q className="swap-reason">{swap.reason}</q>}
      </p>
      <p className="hint">{t(`onCall.swap_${swap.status}`)}</p>
      {isOpen && swap.with.id === person?.id && (
        <div className="buttons">
          <Answer {...{ ui, swap, returnTo }} answer="accept" />
          <Answer {...{ ui, swap, returnTo }} answer="decline" />
        </div>
      )}
      {isOpen && swap.by.id === person?.id && <Answer {...{ ui, swap, returnTo }} answer="withdraw" />}
    </li>
  )
}

type AnswerProps = Pick<SwapProps, 'ui' | 'swap' | 'returnTo'> & { answer: 'accept' | 'decline' | 'withdraw' }

const Answer = ({ ui, swap, returnTo, answer }: AnswerProps) => (
  <form
    method="post"
    action={`/on-call/${encodeURIComponent(swap.scheduleId)}/swaps/${encodeURIComponent(swap.id)}/${answer}`}
  >
    <input type="hidden" name="returnTo" value={returnTo} />
    <Button kind={answer === 'accept' ? 'primary' : 'plain'}>{ui.t(`onCall.${answer}`)}</Button>
  </form>
)
