import type { Family } from './family.ts'

export const otherDe: readonly Family[] = [
  {
    id: 'bestellung',
    weight: 3,
    titles: ['Bestellung: zweiter Monitor', 'Wunsch: Stehtisch', 'Ich hätte gern ein größeres Handy'],
    texts: [
      'Ich möchte für meinen Platz in {place} einen zweiten Monitor bestellen. Wer genehmigt das?',
      'Bitte ein Angebot für {n} Headsets für {dept}, Kostenstelle {number}.',
      'Wie beantrage ich einen Stehtisch? Es ist nur ein Wunsch, kaputt ist nichts.',
    ],
    more: ['Eilt nicht.', '{boss} würde es bezahlen.'],
    fixes: ['Die Bestellung liegt beim Einkauf, die Lieferung dauert etwa zwei Wochen.'],
  },
  {
    id: 'wie-geht-das',
    weight: 3,
    titles: ['Frage zu {app}', 'Wie mache ich …?', 'Wo ist die Anleitung zu {system}?'],
    texts: [
      'Wie richte ich eine Abwesenheitsnotiz für eine Kollegin ein? Nur eine Frage.',
      'Wo finde ich die Anleitung zu {system}? Im Intranet habe ich gesucht.',
      'Können Sie mir sagen, wie man in {app} einen Serienbrief macht?',
    ],
    more: ['Ein Link genügt.', 'Ich bin neu hier.'],
    fixes: ['Die Anleitung ist mit einer kurzen Erklärung verschickt.'],
  },
  {
    id: 'umzug',
    weight: 2,
    titles: ['Umzug von {dept} nach {place}', 'Wir ziehen in ein anderes Stockwerk', 'Hilfe beim Tragen'],
    texts: [
      'Am Freitag zieht {dept} nach {place}. Wer kümmert sich um {n} Arbeitsplätze?',
      'Nächste Woche wechsle ich den Schreibtisch und brauche jemanden, der meine Sachen mitnimmt.',
      'Unser Umzug ist geplant, {deadline}. Bitte sagen Sie uns, was wir vorbereiten müssen.',
    ],
    more: ['Der Sitzplan hängt an der Einladung.', 'Kartons sind da.'],
    fixes: ['Der Umzug wurde mit der Gebäudeverwaltung geplant und hat stattgefunden.'],
  },
  {
    id: 'verdaechtige-mail',
    weight: 2,
    level: 'L2',
    titles: ['Verdächtige Mail', 'Ist das Phishing?', 'Auf seltsamen Link geklickt'],
    texts: [
      'Ich habe eine Mail bekommen, angeblich von {boss}, die um Gutscheinkarten bittet. Ist das Betrug?',
      'Eine komische Nachricht einer Bank will, dass ich etwas bestätige. Geklickt habe ich nicht.',
      'Ich habe den Anhang einer unbekannten Rechnung geöffnet und mache mir Sorgen wegen eines Virus.',
    ],
    more: ['Andere in {dept} haben dieselbe Nachricht.', 'Ich kann sie weiterleiten.'],
    fixes: ['Es war Betrug; der Absender ist gesperrt und die Nachricht überall entfernt.'],
  },
  {
    id: 'schulung',
    titles: ['Schulung zu {app}', 'Kurs für neue Kollegen', 'Workshop zur Sicherheit'],
    texts: [
      'Gibt es eine Schulung zu {app}? Aus {dept} würden {n} Leute teilnehmen.',
      'Ich möchte mich für den Einführungskurs im nächsten Monat anmelden.',
      'Könnte jemand aus der IT bei uns einen kurzen Vortrag über Sicherheit halten?',
    ],
    more: ['Eine Stunde würde reichen.', 'Gern auch online.'],
    fixes: ['Ein Termin ist vereinbart und die Einladung verschickt.'],
  },
  {
    id: 'beschwerde',
    titles: ['Niemand ruft zurück', 'Beschwerde über Wartezeit', 'Unzufrieden mit dem Support'],
    texts: [
      'Ich habe vor drei Tagen geschrieben und keine Antwort erhalten. So geht das nicht.',
      'Mir wurde gestern ein Anruf versprochen. Ich warte immer noch und bin verärgert.',
      'Das letzte Ticket wurde geschlossen, ohne mich zu fragen. Wer ist hier zuständig?',
    ],
    more: ['Ich erwarte heute eine Antwort.', 'Ich werde mit {boss} darüber sprechen.'],
    fixes: ['Wir haben angerufen, uns entschuldigt und die alte Frage bis zur Lösung wieder aufgenommen.'],
  },
  {
    id: 'lob',
    titles: ['Danke!', 'Rückmeldung zu Ihrem Service', 'Lob für {agent}'],
    texts: [
      'Ich wollte nur Danke sagen, {agent} hat mir gestern so schnell geholfen.',
      'Rückmeldung: Das neue Formular ist viel besser als das alte. Idee: eine Suche dazu.',
      'Toller Support letzte Woche, bitte weitergeben.',
    ],
    more: ['Schönes Wochenende.', 'Kuchen steht in {place}.'],
    fixes: ['Mit Freude weitergegeben.'],
  },
  {
    id: 'gebaeude',
    titles: ['Klimaanlage in {place} zu kalt', 'Lampe in {room} blinkt', 'Tür in {place} schließt nicht'],
    texts: [
      'Die Klimaanlage in {place} bläst eiskalt, {n} Leute frieren.',
      'Die Lampe über meinem Tisch brummt und blinkt. Ich weiß nicht, wen ich sonst fragen soll.',
      'Die Tür zur Küche in {place} fällt nicht mehr von selbst zu.',
    ],
    more: ['Bei der Gebäudeverwaltung ging niemand ans Telefon.', 'Fenster lassen sich nicht öffnen.'],
    fixes: ['An die Gebäudeverwaltung weitergegeben, sie hat sich gekümmert.'],
  },
  {
    id: 'verloren',
    titles: ['Verloren: Ladegerät und Tasche', 'USB-Stick in {room} gefunden', 'Tasche im Zug liegen lassen'],
    texts: [
      'Ich habe heute früh meine Tasche mit Schlüsseln im Zug liegen lassen. Was muss ich tun?',
      'In {room} lag ein USB-Stick. Wo kann ich ihn abgeben?',
      'Meine Laptoptasche fehlt seit der Veranstaltung in {place}. Wurde sie gefunden?',
    ],
    more: ['Mein Name steht darauf.', 'Der Bahn habe ich es gemeldet.'],
    fixes: ['Es wurde gefunden und liegt am Empfang.'],
  },
  {
    id: 'datenauskunft',
    level: 'L2',
    titles: [
      'Welche Daten haben Sie über mich?',
      'Alte Daten von {dept} löschen',
      'Projekt von {colleague} archivieren',
    ],
    texts: [
      'Ein Kunde fragt, welche personenbezogenen Daten wir speichern. Wer beantwortet so etwas?',
      'Die Aufbewahrungsfrist für die Projekte von {dept} ist vorbei, bitte endgültig löschen.',
      'Können Sie ein Dokument zurückholen, das ich im {month} gelöscht habe? Es heißt {file}.',
    ],
    more: ['Die Rechtsabteilung braucht es bis Monatsende.', 'Eine andere Kopie habe ich nicht.'],
    fixes: [
      'Die Anfrage ging an den Datenschutz, der sie beantwortet hat.',
      'Das Dokument wurde aus der Sicherung geholt.',
    ],
  },
  {
    id: 'buchung-raum',
    titles: ['Buchung von {room} falsch', 'Raum {room} doppelt reserviert', 'Mietwagen buchen'],
    texts: [
      'Raum {room} ist von zwei Gruppen zur selben Zeit reserviert. Wer bekommt ihn?',
      'Ich möchte {room} für eine ganze Woche buchen, das Formular erlaubt nur einen Tag.',
      'Verpflegung für {n} Gäste in {room}, {deadline}: Wem sage ich das?',
    ],
    more: ['Wir könnten auch {room} nehmen.', 'Es geht um einen Lieferantenbesuch.'],
    fixes: ['Der Empfang hat die Reservierungen geordnet.'],
  },
  {
    id: 'rechnung-vertrag',
    titles: ['Rechnung vom Mobilfunkanbieter', 'Handyvertrag läuft aus', 'Kostenstelle geändert'],
    texts: [
      'Ich habe eine Rechnung über {number} Euro für Roaming bekommen. Wer bezahlt das?',
      'Mein Mobilfunkvertrag endet im {month}. Wird er von Ihnen verlängert?',
      'Unsere Kostenstelle ist jetzt {number}. Bitte Bestellungen künftig darauf buchen.',
    ],
    more: ['Die Buchhaltung hat mich zu Ihnen geschickt.', 'Das Papier ist in der Hauspost.'],
    fixes: ['Mit der Buchhaltung geklärt, für den Benutzer ist nichts zu zahlen.'],
  },
  {
    id: 'unklar',
    titles: ['Hilfe', 'Bitte anrufen', 'Dringend!!!', 'Frage'],
    texts: ['Bitte um Rückruf.', 'Kann jemand nach {place} kommen? Schwer zu erklären.', 'Siehe Betreff.'],
    more: ['Ich bin bis vier da.', 'Danke.'],
    fixes: ['Im Gespräch geklärt, für den Rest gibt es eine eigene Meldung.'],
  },
]
