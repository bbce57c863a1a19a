/** What is done with alerts, and what the last week would have been under it. */
export const alertRules = {
  alertRules: {
    empty:
      'Without a rule, each source says what is done with its alerts. A rule is for some of them, wherever they come from.',
    kind: 'What it does',
    kind_route: 'Say what is done with alerts',
    kind_inhibit: 'Hold symptoms while their cause fires',
    says_route: 'Where to',
    says_inhibit: 'Holds symptoms',
    when: 'For which alerts',
    whenHint:
      'All of these must be true. Without any, the rule is for every alert. In “looks like”, * stands for anything.',
    cause: 'What the cause looks like',
    symptom: 'What the symptoms look like',
    equal: 'Labels that both have alike',
    equalHint: 'One a line, such as cluster. Without any, every symptom waits behind every cause.',
    replayTitle: 'Try it on the last 7 days',
    replayHint:
      'Nothing is saved or sent: all that sources said is decided once more, as if this rule had been there.',
    replayAllHint: 'What the rules in force make of all that sources said in the last 7 days.',
    replay: 'Try it',
    replayed:
      'In the last 7 days {alerts, plural, =0 {no alert fired} one {# alert fired} other {# alerts fired}}.',
    partly: 'These were more than can be looked at; the latest were.',
    without: 'Incidents without it',
    with: 'Incidents with it',
    incidents: 'Incidents',
    catches:
      '{count, plural, =0 {It would have caught nothing.} one {It would have caught # alert.} other {It would have caught # alerts.}}',
    before: '{count, plural, =0 {Before, nothing.} other {Before, #.}}',
    caughtCount: '{count, plural, =0 {nothing} one {# alert} other {# alerts}}',
    rest: 'No rule',
    examples: 'Examples',
  },
} as const
