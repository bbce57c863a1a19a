import type { Family } from './family.ts'

export const softwareDe: readonly Family[] = [
  {
    id: 'absturz',
    weight: 3,
    titles: ['{app} stürzt ab', '{app} schließt sich beim Speichern', '{app} reagiert nicht'],
    texts: [
      '{app} stürzt ab, sobald ich die Datei {file} öffne.',
      'Bei jedem Speichern friert {app} ein und schließt sich dann mit dem Fehler {code}.',
      '{app} hängt {since} mit „keine Rückmeldung“. Ein Neustart des Programms hilft zehn Minuten lang.',
    ],
    more: ['Die Datei hat ungefähr 40 MB.', 'Die Reparatur der Installation half nicht.'],
    fixes: [
      'Ein veraltetes Add-in ist abgeschaltet, das Programm läuft stabil.',
      'Das Programm wurde repariert und aktualisiert.',
    ],
  },
  {
    id: 'nach-update',
    weight: 2,
    wide: true,
    titles: [
      'Seit dem Update ist {app} unbrauchbar',
      'Version {version} fehlerhaft',
      'Update: {system} zeigt {code}',
    ],
    texts: [
      'Nach der Aktualisierung auf Version {version} fehlt in {app} das Menü.',
      'Seit dem Release von heute Nacht zeigt {system} auf jeder Seite {code}.',
      'Die neue Version {version} von {app} öffnet unsere Vorlagen nicht mehr.',
    ],
    more: [
      'Können wir zurück auf die vorherige Version?',
      '{colleague} hat noch die alte und keine Probleme.',
    ],
    fixes: [
      'Das Update wurde zurückgenommen, eine korrigierte Version folgt.',
      'Eine Einstellung war zurückgesetzt und ist wiederhergestellt.',
    ],
  },
  {
    id: 'erp-buchung',
    level: 'L3',
    serviceId: 'svc_erp',
    weight: 2,
    titles: ['ERP: Auftrag lässt sich nicht buchen', 'Buchung endet mit {code}', 'Rechnung bleibt offen'],
    texts: [
      'Beim Buchen eines Auftrags bricht das ERP mit der Meldung {code} ab.',
      'Rechnung {number} lässt sich nicht buchen, angeblich ist die Periode geschlossen.',
      'Wareneingänge sind im ERP {since} doppelt gebucht, der Bestand stimmt nicht.',
    ],
    more: ['Es eilt, {deadline}.', 'Die ganze Abteilung {dept} hat das.'],
    fixes: [
      'Eine Sperre in der Datenbank vom Nachtlauf war übrig und ist gelöst.',
      'Der Nummernkreis war erschöpft und ist erweitert.',
    ],
  },
  {
    id: 'kalender',
    serviceId: 'svc_email',
    weight: 2,
    titles: ['Kalender wird nicht synchronisiert', 'Termine doppelt', 'Outlook zeigt alte Termine'],
    texts: [
      'Der Kalender auf dem Handy zeigt nicht, was in Outlook steht.',
      'Jede Terminserie erscheint doppelt, und lösche ich eine, sind beide weg.',
      'Termine, die {colleague} abgesagt hat, stehen noch in meinem Outlook-Kalender.',
    ],
    more: ['Deshalb habe ich einen Kunden verpasst.', 'Konto entfernen und neu hinzufügen brachte nichts.'],
    fixes: ['Das Profil ist neu angelegt und der Kalender vom Server abgeglichen.'],
  },
  {
    id: 'mailausfall',
    level: 'L2',
    serviceId: 'svc_email',
    wide: true,
    titles: [
      'Es kommen keine E-Mails an',
      'Outlook: Mailserver nicht verfügbar',
      'Mails bleiben im Postausgang',
    ],
    texts: [
      'Wir haben {since} keine einzige E-Mail bekommen, und Gesendetes bleibt im Postausgang.',
      'Outlook meldet, der Mailserver sei nicht verfügbar. Webmail zeigt {code}.',
      'Kunden rufen an, weil ihre Nachrichten an uns als unzustellbar zurückkommen.',
    ],
    more: ['Es betrifft die ganze Abteilung.', 'Interne Nachrichten kommen an, externe nicht.'],
    fixes: [
      'Die Warteschlange des Mailservers war voll, nachdem ein Zertifikat abgelaufen war; alles ist zugestellt.',
    ],
  },
  {
    id: 'lizenz',
    titles: ['{app}: Lizenz abgelaufen', 'Aktivierung schlägt fehl', 'Testzeitraum beendet'],
    texts: [
      '{app} sagt, die Lizenz sei abgelaufen, und öffnet Dateien nur noch zum Lesen.',
      'Die Aktivierung von {app} scheitert mit {code}, zu viele Installationen.',
      'In {app} steht, dass mein Abonnement in {n} Tagen endet.',
    ],
    more: ['Ich brauche es für den Bericht, {deadline}.', 'Die Lizenz wurde im Frühjahr gekauft.'],
    fixes: ['Eine freie Lizenz ist zugewiesen und das Programm aktiviert.'],
  },
  {
    id: 'installation',
    weight: 2,
    serviceId: 'svc_laptop',
    titles: [
      'Bitte {app} installieren',
      'Installation von {app} bleibt bei {n} % stehen',
      'Softwarecenter meldet Fehler',
    ],
    texts: [
      'Für ein Projekt im {dept} brauche ich {app}. Im Softwarecenter finde ich das Programm nicht.',
      'Die Installation von {app} bleibt bei {n} Prozent stehen und bricht mit {code} ab.',
      'Das Softwarecenter steht bei {app} {since} auf „ausstehend“.',
    ],
    more: ['Das Programm ist freigegeben.', 'Speicherplatz ist genug da.'],
    fixes: [
      'Das Paket wurde neu verteilt und ist installiert.',
      'Der Zwischenspeicher des Softwarecenters wurde geleert.',
    ],
  },
  {
    id: 'bericht-falsch',
    level: 'L3',
    serviceId: 'svc_erp',
    titles: ['Zahlen im Bericht falsch', 'Umsatzbericht zeigt null', 'Export nach Excel unvollständig'],
    texts: [
      'Der Monatsbericht zeigt für {dept} null Umsatz, das kann nicht sein.',
      'Beim Export der Liste nach Excel fehlen die letzten {n} Spalten.',
      'Die Summen in der Auswertung weichen um {number} Euro vom ERP ab.',
    ],
    more: ['Letzten Monat stimmte es.', '{boss} stellt die Zahlen vor, {deadline}.'],
    fixes: [
      'Die nächtliche Beladung war abgebrochen und lief noch einmal.',
      'Ein Filter in der Abfrage war falsch und ist korrigiert.',
    ],
  },
  {
    id: 'browser-weiss',
    titles: [
      '{browser} zeigt {system} als leere Seite',
      'Seite von {system} bleibt weiß',
      '{browser} blockiert Popup',
    ],
    texts: [
      'In {browser} bleibt die Anwendung {system} weiß, in einem anderen Browser geht sie.',
      'Schaltflächen in {system} reagieren nicht, die Konsole von {browser} ist rot.',
      '{browser} blockiert das Popup, in dem sich das PDF öffnen soll.',
    ],
    more: ['Der Cache ist geleert.', 'Erweiterungen sind aus.'],
    fixes: ['Eine Erweiterung blockierte Skripte der Anwendung; eine Ausnahme ist gesetzt.'],
  },
  {
    id: 'makro',
    titles: ['Makro läuft nicht mehr', 'Add-in fehlt in {app}', 'Vorlage öffnet sich nicht'],
    texts: [
      'Das Makro in {file} endet seit dem Wochenende mit Laufzeitfehler {code}.',
      'Das Menüband unseres Add-ins ist aus {app} verschwunden.',
      'Unsere Briefvorlage öffnet sich in {app} als leeres Dokument.',
    ],
    more: ['Makros sind aktiviert.', 'Wer das geschrieben hat, ist seit Jahren weg.'],
    fixes: [
      'Der Verweis auf eine alte Bibliothek wurde im Makro ersetzt.',
      'Das Add-in ist per Richtlinie wieder aktiv.',
    ],
  },
  {
    id: 'webshop',
    level: 'L3',
    serviceId: 'svc_web',
    wide: true,
    titles: [
      'Shop zeigt Fehler {code}',
      'Kunden können im Shop nicht bezahlen',
      'Formular der Website sendet nicht',
    ],
    texts: [
      'Die Kasse im Onlineshop endet nach der Wahl der Zahlungsart mit {code}.',
      'Das Kontaktformular der Website sagt „gesendet“, aber es kommt keine Nachricht an.',
      'Produktbilder auf der Website werden nicht angezeigt, nur Rahmen mit Kreuz.',
    ],
    more: ['Das Marketing hat heute eine Kampagne gestartet.', 'Mobil ist es genauso.'],
    fixes: [
      'Das letzte Release des Shops wurde zurückgenommen.',
      'Ein Schlüssel des Zahlungsanbieters war abgelaufen.',
    ],
  },
  {
    id: 'teams-programm',
    weight: 2,
    titles: [
      'Teams zeigt keinen Chat',
      'Kann in Teams den Bildschirm nicht teilen',
      'Teams friert in Besprechungen ein',
    ],
    texts: [
      'In Teams ist der Chatverlauf {since} leer.',
      'Teile ich in einer Teams-Besprechung den Bildschirm, friert das Programm ein.',
      'Teams startet, zeigt ein weißes Fenster und schließt sich.',
    ],
    more: ['Die Webversion funktioniert.', 'Den Cache habe ich nach Anleitung gelöscht.'],
    fixes: ['Das Programm wurde neu installiert und sein Zwischenspeicher gelöscht.'],
  },
  {
    id: 'geht-nicht',
    titles: ['Geht nicht', 'Programmfehler', 'fehlermeldung', 'Nichts passiert beim Klicken'],
    texts: [
      'Es geht nicht mehr, bitte mal schauen.',
      'Eine Meldung erscheint und ist gleich wieder weg. Gelesen habe ich sie nicht.',
      'Ich klicke und nichts passiert. {code}?',
    ],
    more: ['Neu gestartet habe ich schon.', 'Geändert habe ich nichts.'],
    fixes: ['Ein beschädigtes Benutzerprofil des Programms wurde erneuert.'],
  },
]
