/** What notices about an incident can name. */
export type NoticeNamed = { number: string; title: string; priority: string; who: string }
export type ShiftNamed = { schedule: string; from: string; to: string; zone: string }
type AgreedNamed = ShiftNamed & { who: string; person: string; other: string }
export type WarnNamed = NoticeNamed & {
  step: number
  of: number
  schedules: string
  acknowledged?: { who: string; when: string }
}

const occasions = {
  reported: { subject: 'Reported', words: ({ number, who }: NoticeNamed) => `${who} reported ${number}.` },
  acknowledged: {
    subject: 'Acknowledged',
    words: ({ number, who }: NoticeNamed) => `${who} has seen ${number} and takes care of it.`,
  },
  assigned: {
    subject: 'Assigned',
    words: ({ number, who }: NoticeNamed) => `${who} has ${number} now.`,
  },
  moved: {
    subject: 'New state',
    words: ({ number, who }: NoticeNamed) => `${who} changed the state of ${number}.`,
  },
  commented: {
    subject: 'New comment',
    words: ({ number, who }: NoticeNamed) => `${who} wrote something about ${number}.`,
  },
  resolved: { subject: 'Resolved', words: ({ number, who }: NoticeNamed) => `${who} resolved ${number}.` },
  reopened: {
    subject: 'Open again',
    words: ({ number, who }: NoticeNamed) => `${who} opened ${number} again.`,
  },
  escalated: {
    subject: 'Escalated',
    words: ({ number, who }: NoticeNamed) => `${who} handed ${number} up to another team.`,
  },
  sla_at_risk: {
    subject: 'Deadline is near',
    words: ({ number }: NoticeNamed) => `Most of the time that was promised for ${number} is gone.`,
  },
  sla_breached: {
    subject: 'Deadline missed',
    words: ({ number }: NoticeNamed) => `The time that was promised for ${number} is over.`,
  },
}

const schedule = {
  override_set_for: {
    subject: ({ schedule }: AgreedNamed) => `You are on call: ${schedule}`,
    words: ({ schedule, from, to, who }: AgreedNamed) =>
      `${who} put you on call for ${schedule}, from ${from} to ${to}.`,
  },
  override_set_instead: {
    subject: ({ schedule, person }: AgreedNamed) => `${person} is on call for you: ${schedule}`,
    words: ({ schedule, from, to, person }: AgreedNamed) =>
      `${person} is on call for ${schedule} in your place, from ${from} to ${to}.`,
  },
  override_removed_for: {
    subject: ({ schedule }: AgreedNamed) => `You need not be on call after all: ${schedule}`,
    words: ({ schedule, from, to, who }: AgreedNamed) =>
      `${who} took back that you are on call for ${schedule} from ${from} to ${to}. The schedule counts again.`,
  },
  override_removed_back: {
    subject: ({ schedule }: AgreedNamed) => `You are on call again: ${schedule}`,
    words: ({ schedule, from, to, person }: AgreedNamed) =>
      `${person} no longer stands in for you on ${schedule} from ${from} to ${to}. By the schedule, you are on call.`,
  },
  swap_proposed: {
    subject: ({ schedule, person }: AgreedNamed) => `${person} asks you to swap: ${schedule}`,
    words: ({ schedule, from, to, person }: AgreedNamed) =>
      `${person} asks you to be on call for ${schedule} from ${from} to ${to}. Until you accept, nothing changes.`,
  },
  swap_accepted: {
    subject: ({ schedule, other }: AgreedNamed) => `${other} takes your shift: ${schedule}`,
    words: ({ schedule, from, to, other }: AgreedNamed) =>
      `${other} accepted, and is on call for ${schedule} from ${from} to ${to}.`,
  },
  swap_declined: {
    subject: ({ schedule, other }: AgreedNamed) => `${other} cannot swap: ${schedule}`,
    words: ({ schedule, from, to, other }: AgreedNamed) =>
      `${other} declined. You are still on call for ${schedule} from ${from} to ${to}.`,
  },
  swap_withdrawn: {
    subject: ({ schedule, person }: AgreedNamed) => `${person} no longer asks to swap: ${schedule}`,
    words: ({ schedule, from, to, person }: AgreedNamed) =>
      `${person} withdrew the question about ${schedule} from ${from} to ${to}. You need not answer.`,
  },
}

export const noticesEn = {
  occasions,
  trigger: {
    button: 'Open it',
    why: (trigger: string) => `You get this because of your trigger “${trigger}”.`,
    whyDefault: (trigger: string) =>
      `You get this because of the trigger “${trigger}”, which your role brings.`,
    isOwn: (trigger: string) => `A trigger of their own: “${trigger}”.`,
    isOfRole: (trigger: string) => `A trigger that their role brings: “${trigger}”.`,
    change: 'You can change what you are told on your page of notifications.',
  },
  digest: {
    subject: (count: number) =>
      count === 1 ? 'One thing that could wait' : `${count} things that could wait`,
    heading: 'What could wait until now',
    words: 'This is what your triggers gathered since the last time.',
    more: (count: number) =>
      count === 1 ? 'And one more, which the queue shows.' : `And ${count} more, which the queue shows.`,
    button: 'Open the queue',
    why: 'You get this mail because some of your triggers wait for it.',
  },
  shift: {
    soon: {
      subject: ({ schedule, from }: ShiftNamed) => `On call for ${schedule} from ${from}`,
      heading: 'Your shift is about to begin',
      words: ({ schedule, from, to }: ShiftNamed) => `You are on call for ${schedule} from ${from} to ${to}.`,
    },
    begun: {
      subject: ({ schedule }: ShiftNamed) => `You are on call now: ${schedule}`,
      heading: 'Your shift has begun',
      words: ({ schedule, from, to }: ShiftNamed) =>
        `You have been on call for ${schedule} since ${from}, until ${to}. This reminder comes late; we are sorry.`,
    },
    button: 'See the schedule',
    why: 'You get this mail because you asked to be reminded of your shifts.',
  },
  schedule: {
    ...schedule,
    returns: ({ from, to }: ShiftNamed) => `In return: from ${from} to ${to}.`,
    said: (who: string) => `${who} wrote`,
    button: 'See the schedule',
    answer: 'Answer',
    why: ({ schedule }: Pick<ShiftNamed, 'schedule'>) =>
      `You get this mail because you are on the schedule ${schedule}.`,
  },
  warn: {
    nobody_on_call: {
      subject: ({ number }: WarnNamed) => `Nobody was on call for ${number}`,
      heading: 'Nobody was on call',
      words: ({ number, step, of }: WarnNamed) =>
        `Step ${step} of ${of} of the escalation of ${number} reached nobody, and the next step came at once.`,
      gap: ({ schedules }: WarnNamed) => `There is a gap in: ${schedules}.`,
      advice: 'Please close the gap, or put somebody on call for the time being.',
      button: 'See who is on call',
    },
    exhausted: {
      subject: ({ number }: WarnNamed) => `Nobody has acknowledged ${number}`,
      heading: 'The escalation came to its end',
      words: ({ number }: WarnNamed) =>
        `Everybody on the escalation path of ${number} was paged, and nobody has acknowledged it.`,
      advice: 'Please look at it yourself, or call somebody who can.',
      button: 'Open the incident',
    },
    silent: {
      subject: ({ number }: WarnNamed) => `No news on ${number}, and nobody is left to page`,
      heading: 'The escalation came to its end',
      words: ({ number, acknowledged }: WarnNamed) =>
        `${acknowledged?.who} acknowledged ${number} (${acknowledged?.when}). Nothing has happened on it since, and everybody on the escalation path was paged.`,
      advice: 'Please look at it yourself, or call somebody who can.',
      button: 'Open the incident',
    },
    why: 'You get this mail because you administer Evenkeel.',
    isFor: 'Warned as an administrator.',
  },
}

export type NoticeMessages = typeof noticesEn
