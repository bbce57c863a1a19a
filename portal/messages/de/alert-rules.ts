export const alertRules = {
  alertRules: {
    empty:
      'Ohne Regel sagt jede Quelle selbst, was mit ihren Alarmen geschieht. Eine Regel gilt für einige davon, woher sie auch kommen.',
    kind: 'Was sie tut',
    kind_route: 'Sagen, was mit Alarmen geschieht',
    kind_inhibit: 'Symptome zurückhalten, solange ihre Ursache aktiv ist',
    says_route: 'Wohin',
    says_inhibit: 'Hält Symptome zurück',
    when: 'Für welche Alarme',
    whenHint:
      'Alle müssen zutreffen. Ohne Bedingung gilt die Regel für jeden Alarm. In „sieht aus wie“ steht * für alles.',
    cause: 'Wie die Ursache aussieht',
    symptom: 'Wie die Symptome aussehen',
    equal: 'Merkmale, die bei beiden gleich sind',
    equalHint: 'Eines je Zeile, etwa cluster. Ohne eines wartet jedes Symptom hinter jeder Ursache.',
    replayTitle: 'An den letzten 7 Tagen ausprobieren',
    replayHint:
      'Nichts wird gespeichert oder gesendet: Alles, was Quellen gesagt haben, wird noch einmal entschieden, als hätte es diese Regel gegeben.',
    replayAllHint:
      'Was die geltenden Regeln aus allem machen, was Quellen in den letzten 7 Tagen gesagt haben.',
    replay: 'Ausprobieren',
    replayed:
      'In den letzten 7 Tagen {alerts, plural, =0 {war kein Alarm aktiv} one {war # Alarm aktiv} other {waren # Alarme aktiv}}.',
    partly: 'Das waren mehr, als sich ansehen lässt; angesehen wurden die jüngsten.',
    without: 'Vorfälle ohne sie',
    with: 'Vorfälle mit ihr',
    incidents: 'Vorfälle',
    catches:
      '{count, plural, =0 {Sie hätte nichts erfasst.} one {Sie hätte # Alarm erfasst.} other {Sie hätte # Alarme erfasst.}}',
    before: '{count, plural, =0 {Vorher keinen.} other {Vorher #.}}',
    caughtCount: '{count, plural, =0 {nichts} one {# Alarm} other {# Alarme}}',
    rest: 'Keine Regel',
    examples: 'Beispiele',
  },
} as const
