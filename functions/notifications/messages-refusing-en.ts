import type { LosingReason } from '../alerts/refused.ts'

export type RefusingNamed = { source: string; reason: LosingReason }
type Said = { why: string; todo: string }

/** Why something of a source is not taken, and what helps. */
const reasons = {
  wrong_key: {
    why: 'It came with a wrong key.',
    todo: 'Give the sender the key of this source. If nobody knows it any more, make a new one.',
  },
  expired_key: {
    why: 'It came with a key that has ended.',
    todo: 'The sender still uses the key from before the last change. Give it the new one.',
  },
  retired: {
    why: 'This source was retired, and its sender still sends.',
    todo: 'Stop it there, or take the source back into service.',
  },
  wrong_kind: {
    why: 'A source of this kind gets its alerts another way.',
    todo: 'The example on its page shows how.',
  },
  too_large: {
    why: 'It was too large: a message holds up to 256 KB.',
    todo: 'Let the sender put fewer alerts into one message.',
  },
  unsupported_type: {
    why: 'It was not sent as JSON.',
    todo: 'Let the sender set the content type application/json.',
  },
  malformed: {
    why: 'It was no JSON that can be read.',
    todo: 'Look at the template that the sender makes its message of.',
  },
  unknown_version: {
    why: 'It was in a version that we do not know.',
    todo: 'The manual of the sender says how to choose another.',
  },
  unknown_shape: {
    why: 'It was another kind of message than this source takes.',
    todo: 'Look whether this source is of the right kind for its sender.',
  },
  lacks_field: {
    why: 'It lacks something that is needed to read it.',
    todo: 'Look at what came last on the page of the source, and try the mapping on it if there is one.',
  },
  too_many_labels: {
    why: 'An alert in it has more than 64 labels.',
    todo: 'Let the sender leave some out.',
  },
  too_many_alerts: {
    why: 'There were too many alerts in one message.',
    todo: 'Let the sender put fewer into one.',
  },
  forged: {
    why: 'Its signature is not genuine: it did not come from SNS as it claims.',
    todo: 'If you did not test it, somebody has the key of this source: change it.',
  },
  outdated: {
    why: 'It was signed more than an hour ago.',
    todo: 'Usually a queue was stuck at the sender. Look whether it has caught up.',
  },
  unverified_sender: {
    why: 'It is not proven that the mail comes from whom it names.',
    todo: 'Set up SPF, DKIM and DMARC at the domain that sends it.',
  },
} satisfies Record<LosingReason, Said>

export const refusingEn = {
  subject: ({ source }: RefusingNamed) => `We could not take what ${source} sent`,
  heading: 'Alerts that we could not take',
  words: ({ source, reason }: RefusingNamed) =>
    `We could not take something that ${source} sent. ${reasons[reason].why}`,
  todo: ({ reason }: RefusingNamed) => reasons[reason].todo,
  advice: 'Until then its alerts may be missing here. If it goes on, we tell you once a day.',
  button: 'Look at the source',
  why: 'You get this mail because you administer Evenkeel.',
  isFor: 'Told as an administrator.',
}
