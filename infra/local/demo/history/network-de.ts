import type { Family } from './family.ts'

export const networkDe: readonly Family[] = [
  {
    id: 'vpn-bricht-ab',
    serviceId: 'svc_vpn',
    weight: 3,
    titles: [
      'VPN bricht alle paar Minuten ab',
      'VPN-Verbindung instabil',
      'Fliege im Homeoffice aus dem VPN',
    ],
    texts: [
      'Im Homeoffice wird die VPN-Verbindung alle zehn Minuten getrennt und ich muss neu verbinden.',
      'Der VPN-Tunnel bricht {since} ab, meist während einer Videokonferenz.',
      'Die Verbindung ins Firmennetz über VPN reißt ab, sobald ich eine größere Datei kopiere.',
    ],
    more: ['Mein Internet zu Hause ist sonst in Ordnung.', 'Den Router habe ich neu gestartet.'],
    fixes: [
      'Der Client nutzt jetzt ein anderes Gateway, die Verbindung ist stabil.',
      'Die Paketgröße wurde angepasst.',
    ],
  },
  {
    id: 'vpn-nach-update',
    level: 'L2',
    serviceId: 'svc_vpn',
    wide: true,
    titles: [
      'VPN verbindet seit dem Update nicht',
      'VPN-Client: Gateway nicht erreichbar',
      'Kein VPN nach Patchday',
    ],
    texts: [
      'Nach dem Update von heute Nacht verbindet sich der VPN-Client nicht mehr: {code}, Gateway nicht erreichbar.',
      'Der Tunnel bleibt bei „Verbinden“ stehen und bricht dann ab, bei allen im {dept}, die von zu Hause arbeiten.',
      'Seit der neue VPN-Client verteilt wurde, ist keine Verbindung von außen möglich.',
    ],
    more: ['Im Zug genauso wie zu Hause.', 'Mindestens {n} Leute sind betroffen.'],
    fixes: ['Das Update am Gateway wurde zurückgenommen, der Client verbindet sich wieder.'],
  },
  {
    id: 'wlan-schwach',
    weight: 3,
    wide: true,
    titles: ['WLAN schwach in {place}', 'WLAN in {room} bricht ab', 'Kein WLAN am Platz'],
    texts: [
      'Das WLAN in {place} hat nur einen Balken und bricht ständig ab.',
      'Im Besprechungsraum {room} ist die Funkverbindung weg, sobald mehr als fünf Leute drin sind.',
      'Mein {device} findet in {place} das Firmen-WLAN nicht, nur das Gastnetz.',
    ],
    more: ['Mit Kabel geht es.', 'Seit die Wand versetzt wurde.'],
    fixes: [
      'Ein Zugangspunkt wurde näher aufgehängt.',
      'Der Zugangspunkt wurde neu gestartet und funkt auf einem anderen Kanal.',
    ],
  },
  {
    id: 'kein-internet',
    level: 'L2',
    weight: 2,
    wide: true,
    titles: ['Kein Internet in {place}', 'Internet ausgefallen', 'Ganzer Standort offline'],
    texts: [
      'In {place} hat {since} niemand Internet. Auch interne Seiten öffnen sich nicht.',
      'Die Internetverbindung am Standort ist ausgefallen, der Router blinkt rot.',
      'Wir sind offline: Keine Seite lädt, ein Ping nach außen bleibt ohne Antwort.',
    ],
    more: ['Der Anbieter sagt, es gebe keine Störung.', '{n} Leute sitzen da und warten.'],
    fixes: ['Die Leitung des Anbieters war gestört; bis dahin lief alles über die zweite Leitung.'],
  },
  {
    id: 'netzlaufwerk',
    level: 'L2',
    weight: 2,
    titles: [
      'Netzlaufwerk {drive} nicht verbunden',
      'Laufwerk {drive} mit rotem Kreuz',
      'Netzwerkpfad nicht gefunden',
    ],
    texts: [
      'Das Netzlaufwerk {drive} ist nach dem Start nicht verbunden und hat ein rotes Kreuz.',
      'Beim Öffnen von Laufwerk {drive} heißt es, der Netzwerkpfad wurde nicht gefunden.',
      'Aus dem Homeoffice sind die Freigaben auf dem Dateiserver nicht erreichbar, anderes schon.',
    ],
    more: ['Verbinden von Hand scheitert mit {code}.', 'Nach einer Stunde ist es da und dann wieder weg.'],
    fixes: ['Der Name des Dateiservers wurde falsch aufgelöst und ist korrigiert.'],
  },
  {
    id: 'netz-langsam',
    wide: true,
    titles: ['Netzwerk sehr langsam in {place}', 'Downloads dauern ewig', 'Alles im Netz ist langsam'],
    texts: [
      'Das Kopieren von {n} MB auf den Server dauert eine Stunde, das Netzwerk ist wohl überlastet.',
      'Die Bandbreite in {place} ist {since} schlecht, Seiten laden eine Minute lang.',
      'Ein Geschwindigkeitstest zeigt 2 Mbit, wo wir 500 haben sollten.',
    ],
    more: ['Abends ist es schnell.', 'Über Kabel wie über WLAN.'],
    fixes: [
      'Eine Sicherung lief tagsüber über die Büroleitung und läuft jetzt nachts.',
      'Ein Switch handelte 10 Mbit aus und ist ersetzt.',
    ],
  },
  {
    id: 'konferenz-ruckelt',
    titles: ['Videokonferenzen ruckeln', 'Stimme abgehackt in Konferenzen', 'Hohe Latenz'],
    texts: [
      'In Videokonferenzen ist die Stimme abgehackt und das Bild friert ein, die Verbindung gilt als schlecht.',
      'Die Latenz zum Konferenzserver liegt über {number} ms, und Pakete gehen verloren.',
      'Gespräche über die Internetleitung brechen in {place} nach Minuten ab.',
    ],
    more: ['Über den Hotspot vom Handy ist es gut.', 'Am schlimmsten ist es um zehn Uhr.'],
    fixes: [
      'Sprache hat auf der Leitung jetzt Vorrang.',
      'Eine fehlerhafte Anbindung, die Pakete verlor, ist ersetzt.',
    ],
  },
  {
    id: 'netzwerkdose',
    titles: [
      'Netzwerkdose {number} tot',
      'Kein Netz am neuen Platz',
      'LAN-Anschluss in {place} nicht gepatcht',
    ],
    texts: [
      'An meinem neuen Platz in {place} hat die Netzwerkdose keine Verbindung, die Lampe bleibt aus.',
      'Bitte Dose {number} in {place} patchen, das LAN-Kabel bekommt dort kein Netz.',
      'Seit dem Umzug bekommen Telefon und {device} aus der Wanddose kein Netzwerk.',
    ],
    more: ['Das Kabel ist neu.', 'Die Dose gegenüber geht.'],
    fixes: [
      'Die Dose ist auf den Switch gepatcht.',
      'Der Anschluss am Switch war abgeschaltet und ist wieder an.',
    ],
  },
  {
    id: 'namensaufloesung',
    level: 'L2',
    serviceId: 'svc_web',
    wide: true,
    titles: ['{system} nicht erreichbar', 'Server für {system} nicht gefunden', 'DNS-Fehler'],
    texts: [
      '{system} ist aus dem Büro nicht erreichbar, der Name wird nicht aufgelöst.',
      'Der Browser findet den Server von {system} nicht, über das Mobilfunknetz geht die Adresse.',
      'Ein Ping auf {system} landet bei der falschen IP-Adresse.',
    ],
    more: ['Andere in {place} haben das auch.', 'Nach dem Leeren des DNS-Caches geht es kurz.'],
    fixes: [
      'Ein alter Eintrag im DNS wurde entfernt.',
      'Der zweite Namensserver hing und ist neu gestartet.',
    ],
  },
  {
    id: 'firewall-sperrt',
    level: 'L2',
    titles: [
      'Firewall sperrt Server des Lieferanten',
      'Port {number} freischalten',
      'Verbindung zum Partner abgelehnt',
    ],
    texts: [
      'Die Verbindung zu unserem Lieferanten wird {since} von der Firewall blockiert.',
      'Für {system} muss der Port {number} nach außen geöffnet werden, der Verkehr wird verworfen.',
      'Der Proxy antwortet mit {code}, wenn wir Dateien per SFTP an den Partner übertragen.',
    ],
    more: ['{boss} hat die Freigabe der Sicherheit.', 'Die Adresse des Partners hat sich geändert.'],
    fixes: ['Die Regel wurde um die neue Adresse des Partners ergänzt.'],
  },
  {
    id: 'gaestenetz',
    titles: ['Gäste-WLAN für Besuch', 'Gastnetz ohne Anmeldeseite', 'Besucher kommen nicht ins Internet'],
    texts: [
      'Unsere Besucher verbinden sich mit dem Gäste-WLAN, aber die Startseite öffnet sich nicht.',
      'Das Gastnetz in {place} vergibt keine IP-Adresse.',
      'Für {n} Gäste in {room} brauchen wir Internet, {deadline}, und das Gastnetz geht nicht.',
    ],
    more: ['Handys wie Laptops.', 'Gutscheine sind gedruckt.'],
    fixes: ['Der Adressbereich des Gastnetzes war aufgebraucht und ist vergrößert.'],
  },
  {
    id: 'adresskonflikt',
    titles: ['IP-Adresskonflikt', 'Eingeschränkte Konnektivität', 'Nicht identifiziertes Netzwerk'],
    texts: [
      'Windows meldet einen IP-Adresskonflikt, danach ist das Netzwerk weg.',
      'Mein {device} zeigt „nicht identifiziertes Netzwerk“, wenn ich ihn in {place} anstecke.',
      'Der Adapter bekommt eine 169er-Adresse statt einer aus unserem Bereich.',
    ],
    more: ['Ein neues Kabel half nicht.', 'Im Nebenraum geht es.'],
    fixes: ['Ein Gerät mit fester Adresse ist in einen eigenen Bereich umgezogen.'],
  },
  {
    id: 'nichts-laedt',
    titles: ['Nichts lädt', 'Wieder offline', 'verbindung??', 'Getrennt'],
    texts: [
      'Hier lädt {since} nichts.',
      'Es ist weg, kommt wieder, ist weg.',
      'Wir haben keine Verbindung, bitte schnell.',
    ],
    more: ['Der ganze Raum.', 'Wie letzte Woche.'],
    fixes: ['Ein Switch im Schrank hatte keinen Strom und hängt jetzt an einer gesicherten Steckdose.'],
  },
]
