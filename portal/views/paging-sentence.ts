import type { Entry } from '../lib/contract.ts'
import { whomWords } from '../lib/paged-words.ts'
import type { Ui } from '../lib/visit.ts'

type NameOf = (id: string) => string
type Failure = { id: string; channel: string }

const causes = ['not_acknowledged', 'not_resolved', 'no_update', 'undelivered'] as const
const channels = ['mail', 'sms', 'webhook'] as const

/** What the escalation of an incident did, as one sentence. */
export function pagingSentence(ui: Ui, { type, after = {} }: Entry, nameOf: NameOf): string {
  const { t, clock } = ui
  const step = String(after.step ?? '')
  const which =
    Number(after.round ?? 1) > 1
      ? t('timeline.escalation_round', { step, round: String(after.round) })
      : t('timeline.escalation_step', { step })
  switch (type) {
    case 'escalation.exhausted':
      return t('timeline.escalation_exhausted')
    case 'escalation.skipped':
      return after.cause === 'condition'
        ? t('timeline.escalation_skipped_condition', { step: which })
        : t('timeline.escalation_skipped_nobody', { step: which })
    case 'escalation.undelivered': {
      const failures = (after.failures ?? []) as Failure[]
      const words = failures.map(({ id, channel }) => {
        const known = channels.find((one) => one === channel)
        return t('timeline.failure', { name: nameOf(id), channel: known ? t(`channel.${known}`) : channel })
      })
      return t('timeline.escalation_undelivered', {
        step: which,
        failures: clock.list([...new Set(words)]) || t('who.someone'),
      })
    }
    default: {
      const cause = causes.find((one) => one === after.why) ?? 'not_acknowledged'
      const targets = targetsOf(ui, after, nameOf)
      const told = after.catchUp
        ? t('timeline.escalation_catch_up', { targets })
        : t('timeline.escalation_paged', { step: which, targets })
      return `${told}, ${t(`timeline.${cause}`)}`
    }
  }
}

/** Who was paged, or, for what was recorded before that was kept, whom the step was meant for. */
function targetsOf(ui: Ui, after: NonNullable<Entry['after']>, nameOf: NameOf): string {
  const whom = (after.whom ?? []) as Parameters<typeof whomWords>[1]
  if (whom.length > 0) return whomWords(ui, whom)
  const targets = (after.targets ?? []) as { kind: string; id?: string }[]
  return ui.clock.list(targets.map(({ kind, id }) => (id ? nameOf(id) : kind)))
}
