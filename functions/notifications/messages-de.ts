import type { Messages } from './messages-en.ts'

export const de: Messages = {
  facts: {
    incident: 'Vorfall',
    priority: 'Priorität',
    when: 'Wann',
    reported: 'Gemeldet',
    paged: 'Alarmiert',
    reportedBy: 'Gemeldet von',
    service: 'Dienst',
    closes: 'Schließt von selbst',
  },
  footer: {
    requester: ({ number }) =>
      `Sie erhalten diese Mail, weil ${number} von Ihnen oder für Sie gemeldet wurde.`,
    page: ({ number }) => `Sie erhalten diese Mail, weil Sie zum Eskalationsweg von ${number} gehören.`,
    team: ({ targets }) => `Sie erhalten diese Mail, weil Sie zum Team ${targets} gehören.`,
    replies: 'Bitte antworten Sie auf der Seite: Antworten an diese Adresse liest niemand.',
  },
  quotedFrom: (who) => `${who} schreibt`,
  reported: {
    subject: ({ title }) => `Wir haben Ihre Meldung: ${title}`,
    heading: () => 'Wir haben Ihre Meldung',
    words: ({ number, priority }) =>
      `Sie ist als ${number} mit Priorität ${priority} erfasst. Wir schreiben Ihnen, sobald die Arbeit beginnt.`,
    forYou: ({ who }) => `${who} hat das für Sie gemeldet.`,
    quote: 'Was gemeldet wurde',
    button: 'Verfolgen',
  },
  in_progress: {
    subject: ({ title }) => `Wir arbeiten daran: ${title}`,
    heading: () => 'Wir arbeiten daran',
    words: ({ number, who }) => `${who} arbeitet an ${number}. Sie müssen nichts tun.`,
    button: 'Stand ansehen',
  },
  waiting: {
    subject: ({ title }) => `Wir brauchen Ihre Antwort: ${title}`,
    heading: () => 'Wir brauchen Ihre Antwort',
    words: ({ number, who }) =>
      `${who} hat eine Frage zu ${number}. Sobald Sie antworten, geht die Arbeit von selbst weiter.`,
    button: 'Antworten',
  },
  replied: {
    subject: ({ title, who }) => `${who} hat Ihnen geschrieben: ${title}`,
    heading: ({ who }) => `${who} hat Ihnen geschrieben`,
    words: ({ number }) => `Es gibt Neues zu ${number}.`,
    button: 'Lesen und antworten',
  },
  resolved: {
    subject: ({ title }) => `Gelöst: ${title}`,
    heading: () => 'Geht es wieder?',
    words: ({ number, who }) =>
      `${who} hat ${number} als gelöst gemeldet. Bitte sehen Sie nach, ob das stimmt, und sagen Sie es uns.`,
    quote: 'Was geholfen hat',
    button: 'Ja, es geht: bestätigen',
    alternative: 'Nein, noch nicht: wieder öffnen',
  },
  reminded: {
    subject: ({ title }) => `Geht es wieder? ${title}`,
    heading: () => 'Geht es wieder?',
    words: ({ number }) =>
      `Wir haben ${number} als gelöst vermerkt. Wenn es geht, brauchen Sie nichts zu tun; wenn nicht, sagen Sie es uns bitte, bevor der Vorfall schließt.`,
    button: 'Ja, es geht: bestätigen',
    alternative: 'Nein, noch nicht: wieder öffnen',
  },
  reopened: {
    subject: ({ title }) => `Wieder offen: ${title}`,
    heading: () => 'Ihr Vorfall ist wieder offen',
    words: ({ number, who }) => `${who} hat ${number} wieder geöffnet, und wir arbeiten daran.`,
    button: 'Stand ansehen',
  },
  canceled: {
    subject: ({ title }) => `Zurückgezogen: ${title}`,
    heading: () => 'Ihr Vorfall wurde zurückgezogen',
    words: ({ number, who }) =>
      `${who} hat ${number} zurückgezogen. Brauchen Sie noch Hilfe, dann melden Sie es bitte noch einmal.`,
    button: 'Ansehen',
  },
  merged: {
    subject: ({ title }) => `Schon gemeldet: ${title}`,
    heading: () => 'Das hat schon jemand vor Ihnen gemeldet',
    words: ({ number }) =>
      `An dem Problem aus ${number} wird unter einer früheren Meldung gearbeitet. Sie brauchen nichts zu tun: Wir schreiben Ihnen, wenn es gelöst ist.`,
    button: 'Ansehen',
  },
  merged_solved: {
    subject: ({ title }) => `Schon gelöst: ${title}`,
    heading: () => 'Das ist schon gelöst',
    words: ({ number }) =>
      `Das Problem aus ${number} war schon gemeldet und ist gelöst. Geht es bei Ihnen noch nicht, dann schreiben Sie bitte auf der Seite des Vorfalls, und wir machen weiter.`,
    button: 'Ansehen',
  },
  followed: {
    heading_resolved: 'Es ist gelöst',
    heading_canceled: 'Daran wird nicht mehr gearbeitet',
    subject_resolved: ({ title }) => `Gelöst: ${title}`,
    subject_canceled: ({ title }) => `Nicht weiterverfolgt: ${title}`,
    follower_resolved: ({ number }) =>
      `${number} ist gelöst. Geht es bei Ihnen noch nicht, dann melden Sie es bitte.`,
    follower_canceled: ({ number }) =>
      `${number} wurde zurückgezogen. Betrifft es Sie noch, dann melden Sie es bitte.`,
    merged_resolved: ({ number }) =>
      `Das Problem, das Sie als ${number} gemeldet haben, ist gelöst. Geht es bei Ihnen noch nicht, dann schreiben Sie bitte auf der Seite des Vorfalls, und wir machen weiter.`,
    merged_canceled: ({ number }) =>
      `Das Problem, das Sie als ${number} gemeldet haben, wird nicht weiterverfolgt. Betrifft es Sie noch, dann schreiben Sie bitte auf der Seite des Vorfalls, und wir machen weiter.`,
    button: 'Ansehen',
    why_watching: ({ number }) => `Sie bekommen diese Mail, weil Sie ${number} beobachten.`,
    why_affected: ({ number }) =>
      `Sie bekommen diese Mail, weil ${number} nach Ihren Worten auch Sie betrifft.`,
    why_merged: ({ number }) =>
      `Sie bekommen diese Mail, weil ${number} von Ihnen gemeldet oder beobachtet wurde.`,
  },
  handed_over: {
    subject: ({ title, priority }) => `${priority}, an Ihr Team übergeben: ${title}`,
    heading: ({ targets }) => `An ${targets} übergeben`,
    words: ({ number, who, targets }) =>
      `${who} hat ${number} an ${targets} eskaliert. Sie finden es in Ihrer Warteschlange.`,
    button: 'Öffnen',
  },
  asked: {
    subject: ({ title, priority }) => `${priority}, Ihr Rat ist gefragt: ${title}`,
    heading: () => 'Ihr Rat ist gefragt',
    words: ({ number, who, targets }) =>
      `${who} bittet ${targets} um Hilfe bei ${number}. Es bleibt bei dem Team, das es hat, und Sie verfolgen es jetzt.`,
    button: 'Öffnen',
  },
  survey: {
    subject: ({ title }) => `Wie war unsere Hilfe? ${title}`,
    heading: () => 'Wie war unsere Hilfe?',
    words: ({ number, title }) =>
      `Wir haben ${number} gelöst: „${title}“. Wie zufrieden sind Sie mit unserer Hilfe?`,
    explain:
      'Eine Zahl öffnet eine Seite, auf der Sie noch etwas dazu schreiben können. Gespeichert wird erst, wenn Sie dort absenden.',
    choices: ['Sehr schlecht', 'Schlecht', 'Mittel', 'Gut', 'Sehr gut'],
    until: (instant) => `Der Link gilt nur für diese eine Umfrage und bis ${instant}.`,
  },
}
