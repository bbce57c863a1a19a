import type { Family } from './family.ts'

export const accessDe: readonly Family[] = [
  {
    id: 'passwort-vergessen',
    weight: 3,
    titles: ['Passwort vergessen', 'Kennwort für {system} zurücksetzen', 'Brauche ein neues Passwort'],
    texts: [
      'Nach {absence} weiß ich mein Passwort für {system} nicht mehr.',
      'Ich habe mein Kennwort vergessen und die Mail zum Zurücksetzen kommt nicht an.',
      'Bitte setzen Sie mein Passwort zurück, ich habe schon alles probiert.',
    ],
    more: ['Mein Benutzername ist wie immer.', 'Im Selbstbedienungsportal ist keine Handynummer hinterlegt.'],
    fixes: ['Das Passwort wurde nach einem Rückruf zurückgesetzt und eine Rufnummer hinterlegt.'],
  },
  {
    id: 'konto-gesperrt',
    weight: 3,
    titles: ['Konto gesperrt', 'Benutzer nach Fehlversuchen gesperrt', 'Mein Account ist blockiert'],
    texts: [
      'Bei der Anmeldung steht, mein Benutzerkonto sei gesperrt. Dabei habe ich mich nur einmal vertippt.',
      'Mein Konto ist {since} gesperrt, ich soll mich an den Administrator wenden.',
      'Zu viele Fehlversuche, und jetzt lässt mich {system} gar nicht mehr rein.',
    ],
    more: ['Vielleicht hat mein Handy noch das alte Passwort.', 'Das hatte ich letzten Monat schon einmal.'],
    fixes: ['Das Konto ist entsperrt. Auf dem Handy war noch das alte Passwort gespeichert.'],
  },
  {
    id: 'zweiter-faktor',
    weight: 2,
    titles: [
      'Neues Handy, Authenticator leer',
      'Zweiter Faktor kommt nicht an',
      'Code der Anmeldung wird abgelehnt',
    ],
    texts: [
      'Ich habe ein neues Handy und kann die Anmeldung nicht mehr bestätigen, die App zeigt keine Codes.',
      'Beim Anmelden wird der zweite Faktor verlangt, auf dem Telefon erscheint aber nichts.',
      'Der sechsstellige Code aus dem Authenticator wird jedes Mal als ungültig abgelehnt.',
    ],
    more: ['Ersatzcodes habe ich leider nicht.', 'Das alte Gerät ist schon zurückgesetzt.'],
    fixes: ['Der zweite Faktor wurde gemeinsam neu eingerichtet.'],
  },
  {
    id: 'ordner-rechte',
    weight: 3,
    titles: [
      'Keine Berechtigung für Ordner {folder}',
      'Zugriff verweigert auf {folder}',
      'Bitte Rechte für {folder}',
    ],
    texts: [
      'Beim Öffnen von {folder} kommt „Zugriff verweigert“. Ich muss dort lesen und schreiben können.',
      'Ich bin in die Abteilung {dept} gewechselt und habe noch keine Rechte auf {folder}.',
      'Können {colleague} und ich bitte die Berechtigung für {folder} bekommen?',
    ],
    more: ['{boss} ist einverstanden.', 'Lesen würde fürs Erste reichen.'],
    fixes: ['Die Gruppe für den Ordner ist zugewiesen; nach der nächsten Anmeldung gilt das Recht.'],
  },
  {
    id: 'neuer-kollege',
    weight: 2,
    titles: [
      'Benutzer für neue Kollegin',
      'Neuer Mitarbeiter in {dept} hat keinen Zugang',
      'Konto anlegen für {colleague}',
    ],
    texts: [
      '{colleague} fängt am Montag bei uns im {dept} an und braucht ein Benutzerkonto mit den gleichen Rollen wie ich.',
      'Unser neuer Kollege ist seit heute da und kann sich nirgends anmelden, es gibt noch kein Konto.',
      'Bitte legen Sie für {colleague} einen Benutzer mit Postfach und den Gruppen von {dept} an.',
    ],
    more: ['Der Vertrag liegt der Personalabteilung vor.', 'Auch eine Lizenz für {app} wird gebraucht.'],
    fixes: ['Konto und Gruppen sind angelegt, das erste Passwort hat die Führungskraft.'],
  },
  {
    id: 'einmalanmeldung',
    level: 'L2',
    titles: [
      'Anmeldung dreht sich im Kreis',
      '{system}: SSO-Fehler {code}',
      'Komme immer wieder auf die Anmeldeseite',
    ],
    texts: [
      'Wenn ich {system} aufrufe, melde ich mich an und lande wieder auf der Anmeldeseite.',
      'Die zentrale Anmeldung bricht mit {code} ab, der Benutzer sei nicht zugeordnet.',
      'Überall bin ich angemeldet, nur {system} verlangt erneut Benutzer und Kennwort und sagt dann „nicht autorisiert“.',
    ],
    more: ['Im privaten Fenster ist es genauso.', 'Cookies habe ich schon gelöscht.'],
    fixes: ['Das Zertifikat der Vertrauensstellung war nur auf einer Seite erneuert worden.'],
  },
  {
    id: 'rolle-fehlt',
    level: 'L2',
    serviceId: 'svc_erp',
    titles: [
      'Rolle im Einkauf fehlt',
      'Kann Bestellungen nicht mehr freigeben',
      'Keine Berechtigung für Transaktion {code}',
    ],
    texts: [
      'Im ERP ist der Knopf zum Freigeben {since} grau. Vermutlich wurde mir die Rolle entzogen.',
      'Es heißt, mir fehle die Berechtigung für {code}, dabei gehört das zu meinen Aufgaben.',
      'Als Vertretung von {colleague} brauche ich während der Abwesenheit die Freigaberechte.',
    ],
    more: ['{boss} kann das bestätigen.', 'Bis letzte Woche ging es.'],
    fixes: ['Die Rolle war bei der jährlichen Prüfung entzogen worden und ist wieder vergeben.'],
  },
  {
    id: 'gruppenpostfach',
    serviceId: 'svc_email',
    titles: [
      'Zugriff auf Postfach {mailbox}',
      'Darf nicht als {mailbox} senden',
      'Bitte für {mailbox} berechtigen',
    ],
    texts: [
      'Beim Öffnen des Gruppenpostfachs {mailbox} werde ich nach einem Kennwort gefragt, obwohl ich Mitglied sein sollte.',
      'Senden im Auftrag von {mailbox} wird mit fehlender Berechtigung abgelehnt.',
      'Ich übernehme von {colleague} und brauche Vollzugriff auf {mailbox}.',
    ],
    more: ['Verantwortlich ist {boss}.', 'Lesen darf ich, senden nicht.'],
    fixes: ['Vollzugriff und Senderecht sind vergeben.'],
  },
  {
    id: 'austritt',
    titles: [
      'Konto von {colleague} bitte deaktivieren',
      'Austritt: Rechte entziehen',
      'Externer ist weg, Zugang noch aktiv',
    ],
    texts: [
      '{colleague} verlässt uns zum Monatsende. Bitte das Benutzerkonto sperren und alle Berechtigungen entziehen.',
      'Ein externer Mitarbeiter ist gestern ausgeschieden, sein Login funktioniert aber noch.',
      'Bitte {colleague} aus allen Gruppen der Abteilung {dept} nehmen.',
    ],
    more: [
      'Das Postfach soll vier Wochen an mich weitergeleitet werden.',
      'Der Ausweis ist schon abgegeben.',
    ],
    fixes: ['Das Konto ist deaktiviert, alle Sitzungen sind beendet.'],
  },
  {
    id: 'kennwort-abgelaufen',
    serviceId: 'svc_laptop',
    titles: [
      'Kennwort abgelaufen und lässt sich nicht ändern',
      'Neues Passwort wird nicht angenommen',
      'Passwortwechsel geht nicht',
    ],
    texts: [
      'Windows meldet, dass mein Kennwort abgelaufen ist, lehnt aber jedes neue wegen der Richtlinie ab.',
      'Ich habe mein Passwort zu Hause geändert, jetzt will der Rechner das alte und {system} das neue.',
      'Das Fenster zum Ändern des Kennworts schließt sich einfach, bei der nächsten Anmeldung kommt es wieder.',
    ],
    more: ['Großbuchstaben, Ziffern und Sonderzeichen sind drin.', 'Es hat 14 Zeichen.'],
    fixes: ['Das Kennwort wurde mit Verbindung zum Büro geändert und ist nun überall gleich.'],
  },
  {
    id: 'adminrechte',
    serviceId: 'svc_laptop',
    titles: [
      'Adminrechte auf meinem Rechner',
      'Es werden Administratordaten verlangt',
      'Lokale Administratorrechte',
    ],
    texts: [
      'Für {app} muss ich ein Fenster mit den Anmeldedaten eines Administrators bestätigen, die ich nicht habe.',
      'Kann ich für eine Woche lokale Adminrechte bekommen? Ich teste etwas für {dept}.',
      'Die Benutzerkontensteuerung fragt nach Namen und Passwort eines Administrators.',
    ],
    more: ['Meine Leitung hat zugestimmt.', 'Vor dem Gerätetausch hatte ich das Recht.'],
    fixes: ['Befristete Adminrechte für sieben Tage sind vergeben und enden von selbst.'],
  },
  {
    id: 'namensaenderung',
    titles: ['Neuer Nachname nach Hochzeit', 'Falscher Name im Benutzerkonto', 'Login umbenennen'],
    texts: [
      'Ich habe geheiratet und heiße jetzt anders. Bitte Benutzername, Konto und Adresse ändern.',
      'Mein Login trägt noch den alten Namen. Wie lässt sich das Konto umbenennen?',
      'In {system} ist mein Name falsch geschrieben, deshalb klappt die Anmeldung mit dem richtigen nicht.',
    ],
    more: ['Die Personalabteilung hat den neuen Namen.', 'Die alte Adresse hätte ich gern weiter.'],
    fixes: ['Konto und Adresse sind umbenannt, die alte Adresse bleibt als Alias.'],
  },
  {
    id: 'komme-nicht-rein',
    titles: ['Komme nicht rein', 'Ausgesperrt', 'Login geht nicht', 'kein zugang'],
    texts: [
      'Ich komme {since} einfach nicht mehr rein.',
      'Jedes Mal fliege ich sofort wieder raus und weiß nicht warum.',
      'Bitte um Hilfe, ich stehe sozusagen vor der Tür.',
    ],
    more: ['Zweimal probiert.', 'Bei der Kollegin geht es.'],
    fixes: ['Das Konto war mit dem alten Vertrag abgelaufen und ist verlängert.'],
  },
]
