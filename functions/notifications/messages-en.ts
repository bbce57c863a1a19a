/** What every mail about an incident can name. */
export type Named = { number: string; title: string; who: string; priority: string }
export type TeamNamed = Named & { targets: string }
export type Followed = { number: string; title: string }

export const en = {
  facts: {
    incident: 'Incident',
    priority: 'Priority',
    when: 'When',
    reported: 'Reported',
    paged: 'Paged',
    reportedBy: 'Reported by',
    service: 'Service',
    closes: 'Closes by itself',
  },
  footer: {
    requester: ({ number }: Named) => `You get this mail because ${number} was reported by you or for you.`,
    page: ({ number }: Named) => `You get this mail because you are on the escalation path of ${number}.`,
    team: ({ targets }: TeamNamed) => `You get this mail because you are in the team ${targets}.`,
    replies: 'Please answer on the page: replies to this address are not read.',
  },
  quotedFrom: (who: string) => `${who} wrote`,
  reported: {
    subject: ({ title }: Named) => `We have your report: ${title}`,
    heading: (_: Named) => 'We have your report',
    words: ({ number, priority }: Named) =>
      `It is recorded as ${number} with priority ${priority}. We write to you as soon as work begins.`,
    forYou: ({ who }: Named) => `${who} reported this for you.`,
    quote: 'What was reported',
    button: 'Follow it',
  },
  in_progress: {
    subject: ({ title }: Named) => `We are working on it: ${title}`,
    heading: (_: Named) => 'We are working on it',
    words: ({ number, who }: Named) => `${who} is working on ${number}. You don’t need to do anything.`,
    button: 'See where it stands',
  },
  waiting: {
    subject: ({ title }: Named) => `We need your answer: ${title}`,
    heading: (_: Named) => 'We need your answer',
    words: ({ number, who }: Named) =>
      `${who} has a question about ${number}. Work goes on by itself as soon as you answer.`,
    button: 'Answer',
  },
  replied: {
    subject: ({ title, who }: Named) => `${who} wrote to you: ${title}`,
    heading: ({ who }: Named) => `${who} wrote to you`,
    words: ({ number }: Named) => `There is news about ${number}.`,
    button: 'Read and answer',
  },
  resolved: {
    subject: ({ title }: Named) => `Solved: ${title}`,
    heading: (_: Named) => 'Does it work again?',
    words: ({ number, who }: Named) =>
      `${who} has marked ${number} as solved. Please check whether it works, and tell us.`,
    quote: 'What helped',
    button: 'Yes, it works: confirm',
    alternative: 'No, not yet: reopen',
  },
  reminded: {
    subject: ({ title }: Named) => `Does it work? ${title}`,
    heading: (_: Named) => 'Does it work?',
    words: ({ number }: Named) =>
      `We have marked ${number} as solved. If it works, you don’t need to do anything; if not, tell us before it closes.`,
    button: 'Yes, it works: confirm',
    alternative: 'No, not yet: reopen',
  },
  reopened: {
    subject: ({ title }: Named) => `Open again: ${title}`,
    heading: (_: Named) => 'Your incident is open again',
    words: ({ number, who }: Named) => `${who} has reopened ${number}, and we are working on it.`,
    button: 'See where it stands',
  },
  canceled: {
    subject: ({ title }: Named) => `Canceled: ${title}`,
    heading: (_: Named) => 'Your incident was canceled',
    words: ({ number, who }: Named) =>
      `${who} has canceled ${number}. If you still need help, report it again.`,
    button: 'Look at it',
  },
  merged: {
    subject: ({ title }: Named) => `Reported before: ${title}`,
    heading: (_: Named) => 'Somebody reported the same before you',
    words: ({ number }: Named) =>
      `The problem of ${number} is being worked on under an earlier report. You don’t need to do anything: we write to you when it is solved.`,
    button: 'Look at it',
  },
  merged_solved: {
    subject: ({ title }: Named) => `Solved already: ${title}`,
    heading: (_: Named) => 'This has been solved already',
    words: ({ number }: Named) =>
      `The problem of ${number} had been reported before, and has been solved. If it still does not work for you, write on its page, and we go on.`,
    button: 'Look at it',
  },
  followed: {
    heading_resolved: 'It is solved',
    heading_canceled: 'Nobody works on it any more',
    subject_resolved: ({ title }: Followed) => `Solved: ${title}`,
    subject_canceled: ({ title }: Followed) => `Not pursued: ${title}`,
    follower_resolved: ({ number }: Followed) =>
      `${number} has been solved. If it still does not work for you, please report it.`,
    follower_canceled: ({ number }: Followed) =>
      `${number} was canceled. If it still affects you, please report it.`,
    merged_resolved: ({ number }: Followed) =>
      `The problem that you reported as ${number} has been solved. If it still does not work for you, write on its page, and we go on.`,
    merged_canceled: ({ number }: Followed) =>
      `The problem that you reported as ${number} is not being pursued any more. If it still affects you, write on its page, and we go on.`,
    button: 'Look at it',
    why_watching: ({ number }: Followed) => `You get this mail because you watch ${number}.`,
    why_affected: ({ number }: Followed) =>
      `You get this mail because you said that ${number} affects you too.`,
    why_merged: ({ number }: Followed) =>
      `You get this mail because ${number} was reported by you or watched by you.`,
  },
  handed_over: {
    subject: ({ title, priority }: TeamNamed) => `${priority}, handed to your team: ${title}`,
    heading: ({ targets }: TeamNamed) => `Handed to ${targets}`,
    words: ({ number, who, targets }: TeamNamed) =>
      `${who} has escalated ${number} to ${targets}. It stands in your queue.`,
    button: 'Open it',
  },
  asked: {
    subject: ({ title, priority }: TeamNamed) => `${priority}, your advice is asked: ${title}`,
    heading: (_: TeamNamed) => 'Your advice is asked',
    words: ({ number, who, targets }: TeamNamed) =>
      `${who} asks ${targets} for help with ${number}. It stays with the team that has it, and you follow it now.`,
    button: 'Open it',
  },
  survey: {
    subject: ({ title }: Named) => `How did we do? ${title}`,
    heading: (_: Named) => 'How did we do?',
    words: ({ number, title }: Named) =>
      `We solved ${number}, “${title}”. How satisfied are you with our help?`,
    explain: 'A number opens a page where you can add a word. Nothing is recorded until you send it there.',
    choices: ['Very poor', 'Poor', 'Fair', 'Good', 'Very good'],
    until: (instant: string) => `The link is for this one survey only and works until ${instant}.`,
  },
}

export type Messages = typeof en
