export const frame = {
  shell: {
    setUp: 'Einrichtung',
    skip: 'Zum Inhalt springen',
    navigation: 'Hauptmenü',
    queue: 'Warteschlange',
    incidents: 'Meine Vorfälle',
    report: 'Melden',
    announcements: 'Ankündigungen',
    signIn: 'Anmelden',
    signOut: 'Abmelden',
    account: 'Angemeldet als',
    times: 'Zeiten gelten für {zone}.',
    status: 'Statusseite',
    language: 'Sprache',
  },
  form: {
    notYet: 'Noch nicht ganz',
    nothingLost: 'Alles, was Sie geschrieben haben, ist noch da.',
  },
  flash: {
    setUpSaved: 'Gespeichert. Es gilt ab jetzt.',
    reported: 'Danke, Ihre Meldung ist da. Sie hat die Nummer {number}.',
    replied: 'Ihre Antwort ist angekommen.',
    noted: 'Ihre Notiz ist gespeichert. Nur wer am Vorfall arbeitet, sieht sie.',
    acknowledged: 'Bestätigt. Vorerst wird niemand mehr alarmiert.',
    taken: 'Der Vorfall ist jetzt bei Ihnen.',
    held: 'Der Vorfall ruht.',
    resumed: 'Die Arbeit geht weiter.',
    resolved: 'Gelöst. Die meldende Person erfährt es per Mail.',
    confirmed: 'Danke. Der Vorfall ist geschlossen.',
    reopened: 'Wieder offen.',
    canceled: 'Zurückgezogen.',
    edited: 'Gespeichert.',
    escalated: 'Eskaliert. Das Team hat Ihre Zusammenfassung.',
    linked: 'Verknüpft.',
    unlinked: 'Die Verknüpfung ist entfernt.',
    watchersSaved: 'Wer beobachtet, ist gespeichert.',
    knownSaved: 'Als bekanntes Problem markiert. Es steht jetzt auf dem Meldeformular.',
    knownEnded: 'Es ist kein bekanntes Problem mehr.',
    meToo: 'Notiert. Sie hören von uns, wenn es gelöst ist.',
    followedUp: 'Danke. Wir haben dafür einen neuen Vorfall eröffnet.',
    acknowledgedBefore: 'Das hat schon jemand bestätigt.',
    nothingPicked: 'Wählen Sie zuerst mindestens einen Vorfall aus.',
    tooLate: 'Die Änderung hatte schon begonnen.',
    viewSaved: 'Ihre Ansicht ist gemerkt.',
    viewRemoved: 'Ihre Ansicht ist entfernt.',
    published: 'Veröffentlicht. Die Mails sind unterwegs.',
    updated: 'Ihre Neuigkeit ist veröffentlicht.',
    signedOut: 'Sie sind abgemeldet.',
  },
  trouble: {
    missingTitle: 'Diese Seite finden wir nicht',
    missing:
      'Vielleicht ist in der Adresse ein Tippfehler, oder die Seite ist nicht für Sie bestimmt. Wenn Ihnen jemand den Link geschickt hat, fragen Sie dort bitte nach.',
    refusedTitle: 'Das geht hier nicht',
    refused:
      'Ihr Konto darf das nicht. Wenn Sie es für Ihre Arbeit brauchen, hilft Ihre Administration weiter.',
    unreachableTitle: 'Das können wir gerade nicht laden',
    unreachable:
      'Auf unserer Seite antwortet etwas nicht. Bitte versuchen Sie es gleich noch einmal. Ob wir es schon wissen, steht auf der Statusseite.',
    lostPlaceTitle: 'Wir finden Ihre Stelle in der Liste nicht mehr',
    lostPlace:
      'Dieser Link ist unvollständig oder zu alt, um zu zeigen, wo Sie waren. Die Liste selbst ist vollständig da.',
    firstPage: 'Auf der ersten Seite beginnen',
    retry: 'Noch einmal versuchen',
    home: 'Zur Startseite',
    foreignForm:
      'Dieses Formular kam nicht von unserer eigenen Seite, deshalb haben wir es nicht angenommen. Bitte öffnen Sie die Seite neu und senden Sie es noch einmal.',
    tooLarge:
      'Das ist mehr, als wir in einem Formular annehmen können. Bitte kürzen Sie es und senden Sie es noch einmal.',
    signInTitle: 'Das Anmelden hat nicht geklappt',
    signIn:
      'Die Anmeldung wurde nicht beendet oder hat zu lange gedauert. Mit Ihrem Konto ist alles in Ordnung.',
    signInAgain: 'Noch einmal anmelden',
    unknownTitle: 'Wir kennen Sie noch nicht',
    unknown:
      'Sie sind angemeldet, aber wir konnten nicht erfahren, wer Sie sind. Darum geht es hier nicht weiter.',
    unknownHelp:
      'Bitten Sie die Betreuung Ihres Kontos, dort eine Mailadresse einzutragen und für uns freizugeben. Melden Sie sich dann noch einmal an.',
    unknownLater:
      'Auf unserer Seite hat etwas nicht geantwortet. Bitte melden Sie sich gleich noch einmal an.',
  },
  kept: {
    signedOutTitle: 'Sie wurden inzwischen abgemeldet',
    signedOut:
      'Was Sie geschrieben haben, bleibt auf dieser Seite erhalten. Melden Sie sich in einem neuen Tab wieder an, kommen Sie hierher zurück und senden Sie es dann.',
    signIn: 'Anmelden (öffnet einen neuen Tab)',
    unreachableTitle: 'Das konnten wir noch nicht senden',
    unreachable:
      'Auf unserer Seite hat etwas nicht geantwortet. Was Sie geschrieben haben, bleibt auf dieser Seite erhalten. Bitte senden Sie es gleich noch einmal; doppelt kommt es nicht an.',
    again: 'Noch einmal senden',
    written: 'Was Sie geschrieben haben',
  },
  leaving: {
    title: 'Sie werden abgemeldet',
    text: 'Hier sind Sie abgemeldet. Einen Moment, wir melden Sie auch dort ab, wo Sie sich angemeldet haben.',
    go: 'Weiter',
  },
} as const
