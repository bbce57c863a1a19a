import type { NoticeMessages } from './messages-notices-en.ts'

const occasions: NoticeMessages['occasions'] = {
  reported: { subject: 'Gemeldet', words: ({ number, who }) => `${who} hat ${number} gemeldet.` },
  acknowledged: {
    subject: 'Bestätigt',
    words: ({ number, who }) => `${who} hat ${number} gesehen und kümmert sich.`,
  },
  assigned: { subject: 'Zugewiesen', words: ({ number, who }) => `${who} hat jetzt ${number}.` },
  moved: {
    subject: 'Neuer Zustand',
    words: ({ number, who }) => `${who} hat den Zustand von ${number} geändert.`,
  },
  commented: {
    subject: 'Neuer Kommentar',
    words: ({ number, who }) => `${who} hat etwas zu ${number} geschrieben.`,
  },
  resolved: { subject: 'Gelöst', words: ({ number, who }) => `${who} hat ${number} gelöst.` },
  reopened: { subject: 'Wieder offen', words: ({ number, who }) => `${who} hat ${number} wieder geöffnet.` },
  escalated: {
    subject: 'Eskaliert',
    words: ({ number, who }) => `${who} hat ${number} an ein anderes Team gegeben.`,
  },
  sla_at_risk: {
    subject: 'Frist wird knapp',
    words: ({ number }) => `Von der zugesagten Zeit für ${number} ist das meiste vorbei.`,
  },
  sla_breached: {
    subject: 'Frist verpasst',
    words: ({ number }) => `Die zugesagte Zeit für ${number} ist vorbei.`,
  },
}

const schedule = {
  override_set_for: {
    subject: ({ schedule }) => `Sie haben Bereitschaft: ${schedule}`,
    words: ({ schedule, from, to, who }) =>
      `${who} hat Sie für ${schedule} zur Bereitschaft eingeteilt, von ${from} bis ${to}.`,
  },
  override_set_instead: {
    subject: ({ schedule, person }) => `${person} vertritt Sie: ${schedule}`,
    words: ({ schedule, from, to, person }) =>
      `${person} hat an Ihrer Stelle Bereitschaft für ${schedule}, von ${from} bis ${to}.`,
  },
  override_removed_for: {
    subject: ({ schedule }) => `Sie haben doch keine Bereitschaft: ${schedule}`,
    words: ({ schedule, from, to, who }) =>
      `${who} hat zurückgenommen, dass Sie von ${from} bis ${to} Bereitschaft für ${schedule} haben. Es gilt wieder der Plan.`,
  },
  override_removed_back: {
    subject: ({ schedule }) => `Sie haben wieder Bereitschaft: ${schedule}`,
    words: ({ schedule, from, to, person }) =>
      `${person} vertritt Sie bei ${schedule} von ${from} bis ${to} nicht mehr. Nach dem Plan haben Sie Bereitschaft.`,
  },
  swap_proposed: {
    subject: ({ schedule, person }) => `${person} bittet Sie um einen Tausch: ${schedule}`,
    words: ({ schedule, from, to, person }) =>
      `${person} bittet Sie, von ${from} bis ${to} die Bereitschaft für ${schedule} zu übernehmen. Solange Sie nicht annehmen, ändert sich nichts.`,
  },
  swap_accepted: {
    subject: ({ schedule, other }) => `${other} übernimmt Ihre Schicht: ${schedule}`,
    words: ({ schedule, from, to, other }) =>
      `${other} hat angenommen und hat von ${from} bis ${to} Bereitschaft für ${schedule}.`,
  },
  swap_declined: {
    subject: ({ schedule, other }) => `${other} kann nicht tauschen: ${schedule}`,
    words: ({ schedule, from, to, other }) =>
      `${other} hat abgelehnt. Sie haben weiterhin von ${from} bis ${to} Bereitschaft für ${schedule}.`,
  },
  swap_withdrawn: {
    subject: ({ schedule, person }) => `${person} möchte nicht mehr tauschen: ${schedule}`,
    words: ({ schedule, from, to, person }) =>
      `${person} hat die Frage zu ${schedule} von ${from} bis ${to} zurückgezogen. Sie brauchen nicht zu antworten.`,
  },
} satisfies Partial<NoticeMessages['schedule']>

export const noticesDe: NoticeMessages = {
  occasions,
  trigger: {
    button: 'Öffnen',
    why: (trigger) => `Sie bekommen das wegen Ihres Auslösers „${trigger}“.`,
    isOwn: (trigger) => `Ein eigener Auslöser: „${trigger}“.`,
    isOfRole: (trigger) => `Ein Auslöser, der zur Rolle gehört: „${trigger}“.`,
    whyDefault: (trigger) => `Sie bekommen das wegen des Auslösers „${trigger}“, der zu Ihrer Rolle gehört.`,
    change: 'Auf Ihrer Seite für Benachrichtigungen können Sie ändern, was Ihnen gesagt wird.',
  },
  digest: {
    subject: (count) =>
      count === 1 ? 'Eines, das warten konnte' : `${count} Neuigkeiten, die warten konnten`,
    heading: 'Was bis jetzt warten konnte',
    words: 'Das haben Ihre Auslöser seit dem letzten Mal gesammelt.',
    more: (count) =>
      count === 1
        ? 'Und noch eine weitere, die in der Warteschlange steht.'
        : `Und ${count} weitere, die in der Warteschlange stehen.`,
    button: 'Warteschlange öffnen',
    why: 'Sie bekommen diese Mail, weil einige Ihrer Auslöser auf sie warten.',
  },
  shift: {
    soon: {
      subject: ({ schedule, from }) => `Bereitschaft für ${schedule} ab ${from}`,
      heading: 'Ihre Schicht beginnt bald',
      words: ({ schedule, from, to }) => `Sie haben von ${from} bis ${to} Bereitschaft für ${schedule}.`,
    },
    begun: {
      subject: ({ schedule }) => `Sie haben jetzt Bereitschaft: ${schedule}`,
      heading: 'Ihre Schicht hat begonnen',
      words: ({ schedule, from, to }) =>
        `Sie haben seit ${from} Bereitschaft für ${schedule}, bis ${to}. Diese Erinnerung kommt verspätet; das tut uns leid.`,
    },
    button: 'Plan ansehen',
    why: 'Sie bekommen diese Mail, weil Sie an Ihre Schichten erinnert werden möchten.',
  },
  schedule: {
    ...schedule,
    returns: ({ from, to }) => `Im Gegenzug: von ${from} bis ${to}.`,
    said: (who) => `${who} schreibt`,
    button: 'Plan ansehen',
    answer: 'Antworten',
    why: ({ schedule }) => `Sie bekommen diese Mail, weil Sie im Bereitschaftsplan ${schedule} stehen.`,
  },
  warn: {
    nobody_on_call: {
      subject: ({ number }) => `Niemand hatte Bereitschaft für ${number}`,
      heading: 'Niemand hatte Bereitschaft',
      words: ({ number, step, of }) =>
        `Schritt ${step} von ${of} der Eskalation von ${number} hat niemanden erreicht; der nächste Schritt kam sofort.`,
      gap: ({ schedules }) => `Eine Lücke ist in: ${schedules}.`,
      advice: 'Bitte schließen Sie die Lücke, oder teilen Sie vorerst jemanden ein.',
      button: 'Bereitschaft ansehen',
    },
    exhausted: {
      subject: ({ number }) => `Niemand hat ${number} bestätigt`,
      heading: 'Die Eskalation ist am Ende',
      words: ({ number }) =>
        `Alle auf dem Eskalationsweg von ${number} wurden alarmiert, und niemand hat bestätigt.`,
      advice: 'Bitte sehen Sie selbst nach, oder rufen Sie jemanden an, der helfen kann.',
      button: 'Vorfall öffnen',
    },
    silent: {
      subject: ({ number }) => `Nichts Neues zu ${number}, und niemand ist mehr zu alarmieren`,
      heading: 'Die Eskalation ist am Ende',
      words: ({ number, acknowledged }) =>
        `${acknowledged?.who} hat ${number} bestätigt (${acknowledged?.when}). Seither ist nichts geschehen, und alle auf dem Eskalationsweg wurden alarmiert.`,
      advice: 'Bitte sehen Sie selbst nach, oder rufen Sie jemanden an, der helfen kann.',
      button: 'Vorfall öffnen',
    },
    why: 'Sie bekommen diese Mail, weil Sie Evenkeel verwalten.',
    isFor: 'Gewarnt als Teil der Administration.',
  },
}
