import type { Language } from '../page-frame.ts'

type Wording = {
  title: string
  intro: string
  groups: { title: string; people: Record<string, { role: string; about: string }> }[]
  others: string
  toPortal: string
  signOut: string
  notices: Record<'signOut' | 'signedOut' | 'failed' | 'home', { title: string; text: string }>
}

const english: Wording = {
  title: 'Who would you like to be?',
  intro: 'This is Evenkeel on your own machine, with demo people. Choose one; there is no password.',
  groups: [
    {
      title: 'Reporting a problem',
      people: {
        riley: { role: 'Requester', about: 'Reports problems and follows their own' },
        sam: { role: 'Requester', about: 'Works in the same organisation as Riley' },
        noor: { role: 'Requester', about: 'Another organisation, reads German' },
      },
    },
    {
      title: 'Solving it',
      people: {
        ana: { role: 'Agent, L1 Service Desk', about: 'The first to look at every report' },
        ben: { role: 'Agent, L2 Infrastructure', about: 'Networks, servers and devices' },
        chen: { role: 'Agent, L3 Database', about: 'The last on call' },
        dana: { role: 'Team lead', about: 'Leads the Service Desk' },
      },
    },
    {
      title: 'Steering',
      people: {
        ines: { role: 'Incident manager', about: 'Leads major incidents, publishes announcements' },
        omar: { role: 'Administrator', about: 'Sets Evenkeel up' },
        aud: { role: 'Auditor', about: 'Reads everything, changes nothing' },
      },
    },
  ],
  others: 'More people',
  toPortal: 'To the portal',
  signOut: 'Sign out',
  notices: {
    signOut: { title: 'Sign out of Evenkeel?', text: 'You can sign in again at any time.' },
    signedOut: { title: 'You are signed out', text: 'See you soon.' },
    failed: {
      title: 'This sign-in did not work',
      text: 'The page may have been open for too long. Please start again from the portal.',
    },
    home: { title: 'Sign-in starts in the portal', text: 'Open the portal and choose “Sign in” there.' },
  },
}

const german: Wording = {
  title: 'Wer möchten Sie sein?',
  intro:
    'Das ist Evenkeel auf Ihrem eigenen Rechner, mit Demo-Personen. Wählen Sie eine aus; ein Passwort gibt es nicht.',
  groups: [
    {
      title: 'Ein Problem melden',
      people: {
        riley: { role: 'Meldende Person', about: 'Meldet Probleme und verfolgt die eigenen' },
        sam: { role: 'Meldende Person', about: 'Arbeitet in derselben Organisation wie Riley' },
        noor: { role: 'Meldende Person', about: 'Andere Organisation, liest Deutsch' },
      },
    },
    {
      title: 'Es lösen',
      people: {
        ana: { role: 'Support, L1 Service Desk', about: 'Sieht jede Meldung zuerst' },
        ben: { role: 'Support, L2 Infrastruktur', about: 'Netze, Server und Geräte' },
        chen: { role: 'Support, L3 Datenbank', about: 'Die letzte Stufe der Bereitschaft' },
        dana: { role: 'Teamleitung', about: 'Leitet den Service Desk' },
      },
    },
    {
      title: 'Den Überblick behalten',
      people: {
        ines: { role: 'Incident-Managerin', about: 'Führt bei Großstörungen, veröffentlicht Ankündigungen' },
        omar: { role: 'Administrator', about: 'Richtet Evenkeel ein' },
        aud: { role: 'Revision', about: 'Liest alles, ändert nichts' },
      },
    },
  ],
  others: 'Weitere Personen',
  toPortal: 'Zum Portal',
  signOut: 'Abmelden',
  notices: {
    signOut: { title: 'Von Evenkeel abmelden?', text: 'Sie können sich jederzeit wieder anmelden.' },
    signedOut: { title: 'Sie sind abgemeldet', text: 'Bis bald.' },
    failed: {
      title: 'Diese Anmeldung hat nicht geklappt',
      text: 'Vielleicht war die Seite zu lange offen. Bitte beginnen Sie im Portal noch einmal.',
    },
    home: {
      title: 'Die Anmeldung beginnt im Portal',
      text: 'Öffnen Sie das Portal und wählen Sie dort „Anmelden“.',
    },
  },
}

export const wording: Record<Language, Wording> = { en: english, de: german }
