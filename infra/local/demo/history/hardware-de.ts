import type { Family } from './family.ts'

export const hardwareDe: readonly Family[] = [
  {
    id: 'akku',
    serviceId: 'svc_laptop',
    weight: 2,
    titles: ['Akku hält nur eine Stunde', '{device} geht ohne Netzteil aus', 'Akku aufgebläht?'],
    texts: [
      'Der Akku meines {device}s ist nach einer Stunde leer, obwohl er morgens voll geladen ist.',
      'Sobald ich das Netzteil abziehe, geht der {device} sofort aus.',
      'Der Boden am {device} ist gewölbt, ich fürchte, der Akku ist aufgebläht.',
    ],
    more: ['Das Gerät ist etwa vier Jahre alt.', 'Das Laden dauert die ganze Nacht.'],
    fixes: ['Der Akku wurde getauscht.', 'Das Gerät wurde ausgetauscht, die Daten sind übernommen.'],
  },
  {
    id: 'bildschirm',
    serviceId: 'svc_laptop',
    weight: 2,
    titles: ['Bildschirm flackert', 'Monitor bleibt schwarz', 'Grüne Streifen im Display'],
    texts: [
      'Der Bildschirm flackert {since}, vor allem wenn das Gerät warm wird.',
      'Einer meiner beiden Monitore am Platz bleibt schwarz, die Lampe blinkt orange.',
      'Quer durch das Display laufen grüne Streifen, und eine Ecke ist dunkel.',
    ],
    more: ['Ein anderes Kabel hat nichts gebracht.', 'Heruntergefallen ist er nicht.'],
    fixes: ['Der Monitor wurde ersetzt.', 'Das Displaykabel war lose und sitzt wieder.'],
  },
  {
    id: 'dockingstation',
    serviceId: 'svc_laptop',
    weight: 2,
    titles: ['Dockingstation wird nicht erkannt', 'Dock lädt nicht', 'An der Dockingstation geht nichts'],
    texts: [
      'Wenn ich den {device} an die Dockingstation stecke, reagieren weder Monitore noch Maus.',
      'Das Dock an meinem Platz in {place} lädt nicht mehr, der Stecker wackelt.',
      'Erst nach mehrmaligem Umstecken des USB-C-Kabels erkennt er die Dockingstation.',
    ],
    more: ['Am Nachbarplatz funktioniert dasselbe Gerät.', 'Die Lampe am Dock ist aus.'],
    fixes: [
      'Die Dockingstation bekam neue Firmware.',
      'Das Netzteil der Dockingstation war defekt und ist ersetzt.',
    ],
  },
  {
    id: 'papierstau',
    weight: 3,
    wide: true,
    titles: ['Drucker {place}: Papierstau', 'Schon wieder Papierstau', 'Drucker zieht kein Papier ein'],
    texts: [
      'Der Drucker in {place} hat bei jeder zweiten Seite Papierstau.',
      'Fach 2 zieht kein Papier ein, und der Drucker meldet einen Stau, wo keiner ist.',
      'Der Kopierer in {place} zerknittert alles, was länger als eine Seite ist.',
    ],
    more: ['Alle Klappen haben wir geöffnet.', 'Der ganze Flur druckt darauf.'],
    fixes: [
      'Die Einzugsrollen waren abgenutzt und sind ersetzt.',
      'Ein Papierrest hinter der Fixiereinheit wurde entfernt.',
    ],
  },
  {
    id: 'druckbild',
    titles: ['Ausdrucke mit Streifen', 'Toner leer in {place}', 'Drucker druckt blass'],
    texts: [
      'Alles aus dem Drucker in {place} hat schwarze Streifen am Rand.',
      'Der Toner ist leer, und im Schrank liegt keine Ersatzkartusche.',
      'Die Farben stimmen nicht: Unser Logo kommt rosa aus dem großen Drucker.',
    ],
    more: [
      'Die Reinigung im Menü hat nichts geändert.',
      'Wir müssen Angebote auf Papier verschicken, {deadline}.',
    ],
    fixes: ['Trommel und Toner sind gewechselt, Ersatz liegt im Schrank.'],
  },
  {
    id: 'kaffee',
    serviceId: 'svc_laptop',
    titles: [
      'Kaffee über die Tastatur',
      'Wasser in den {device} gelaufen',
      'Tasten kleben nach Missgeschick',
    ],
    texts: [
      'Es tut mir sehr leid, mir ist Kaffee über den {device} gelaufen. Er läuft noch, aber Tasten kleben.',
      'In die Tastatur ist Wasser gekommen, jetzt schreibt sie von allein.',
      'Nach einem Missgeschick mit Tee lässt sich der {device} nicht mehr einschalten.',
    ],
    more: ['Ich habe ihn sofort umgedreht.', 'Die Daten von heute sind sonst nirgends gespeichert.'],
    fixes: ['Ein Ersatzgerät ist ausgegeben, die Daten sind übertragen.'],
  },
  {
    id: 'diensthandy',
    serviceId: 'svc_laptop',
    weight: 2,
    titles: [
      'Diensthandy gefallen, Glas gesprungen',
      'Handy lädt nicht mehr',
      'Mikrofon am Smartphone defekt',
    ],
    texts: [
      'Mein Diensthandy ist auf der Treppe gefallen, das Glas ist gesprungen und die halbe Fläche reagiert nicht.',
      'Das Handy lädt mit keinem Kabel mehr.',
      'Anrufer hören mich nicht, das Mikrofon am Smartphone ist tot.',
    ],
    more: ['Die SIM-Karte ist in Ordnung.', 'Ich bin bis Donnerstag unterwegs.'],
    fixes: ['Ein Ersatzgerät kam per Kurier.', 'Die Ladebuchse war verschmutzt und ist gereinigt.'],
  },
  {
    id: 'kopfhoerer',
    weight: 2,
    titles: ['Headset knistert', 'Kein Ton auf dem linken Ohr', 'Headset verbunden, aber stumm'],
    texts: [
      'Mein Headset knistert so, dass sich Kunden beschweren.',
      'Nur eine Seite vom Kopfhörer geht {since} noch.',
      'Das Bluetooth-Headset verbindet sich, aber es kommt kein Ton und das Mikrofon bleibt stumm.',
    ],
    more: ['Ich telefoniere sechs Stunden am Tag.', 'Am Handy funktioniert es.'],
    fixes: ['Das Headset wurde getauscht.', 'Der Empfänger bekam neue Firmware.'],
  },
  {
    id: 'besprechungsraum',
    wide: true,
    titles: [
      'Beamer im Raum {room} ohne Bild',
      'Kamera in {room} kaputt',
      'Bildschirm in {room}: kein Signal',
    ],
    texts: [
      'Im Besprechungsraum {room} zeigt der Beamer nur Blau, egal was wir anschließen.',
      'Die Konferenzkamera in {room} schaut zur Decke und bewegt sich nicht.',
      'Der große Bildschirm in {room} meldet „kein Signal“, HDMI und Adapter sind probiert.',
    ],
    more: ['Wir haben Kundenbesuch, {deadline}.', 'In der Fernbedienung sind auch keine Batterien.'],
    fixes: ['Das HDMI-Kabel im Boden war gerissen und ist ersetzt.'],
  },
  {
    id: 'maus-tastatur',
    titles: ['Maus springt', 'Tastatur schreibt doppelt', 'Touchpad klickt nicht'],
    texts: [
      'Meine Maus springt über den Bildschirm, neue Batterien halfen nicht.',
      'Die Tastatur schreibt manche Buchstaben doppelt, und die Leertaste klemmt.',
      'Das Touchpad am {device} lässt sich rechts nicht mehr drücken.',
    ],
    more: ['Ich habe mir eine von {colleague} geliehen.', 'Sie gehörte schon zum Platz.'],
    fixes: ['Maus und Tastatur wurden neu ausgegeben.'],
  },
  {
    id: 'luefter',
    serviceId: 'svc_laptop',
    titles: ['Lüfter laut wie ein Föhn', '{device} wird sehr heiß', 'Rechner schaltet sich wegen Hitze ab'],
    texts: [
      'Der Lüfter läuft den ganzen Tag auf Anschlag, und das Gehäuse ist kaum anzufassen.',
      'Nachmittags schaltet sich der {device} von selbst ab, ich glaube, er überhitzt.',
      'Aus dem Lüfter kommt {since} ein schleifendes Geräusch.',
    ],
    more: ['Im Gitter ist viel Staub.', 'Er steht frei auf dem Tisch.'],
    fixes: [
      'Der Lüfter wurde gereinigt und die Wärmeleitpaste erneuert.',
      'Der Lüfter wurde auf Garantie ersetzt.',
    ],
  },
  {
    id: 'startet-nicht',
    serviceId: 'svc_laptop',
    weight: 2,
    titles: ['{device} startet nicht', 'Rechner piept und bleibt dunkel', 'Kein Startlaufwerk gefunden'],
    texts: [
      'Wenn ich einschalte, piept der {device} dreimal und nichts passiert.',
      'Beim Start steht da, es sei kein bootfähiges Laufwerk vorhanden, dann geht er aus.',
      'Mein PC in {place} ist tot: keine Lampe, kein Lüfter, obwohl die Steckdose Strom hat.',
    ],
    more: ['Den Einschalter habe ich 30 Sekunden gehalten.', 'Gestern Abend war noch alles gut.'],
    fixes: [
      'Die Festplatte war defekt; Gerät getauscht, Daten wiederhergestellt.',
      'Der Arbeitsspeicher wurde neu eingesetzt.',
    ],
  },
  {
    id: 'kaputt',
    titles: ['Kaputt', 'Gerät am Platz tot', 'defekt', 'macht komische geräusche'],
    texts: [
      'Das Ding ist kaputt, bitte tauschen.',
      'Es ist runtergefallen und tut nichts mehr.',
      'Riecht verbrannt. Ich habe den Stecker gezogen.',
    ],
    more: ['Es steht bei mir in {place}.', 'Brauche ein anderes.'],
    fixes: ['Das Netzteil wurde getauscht.'],
  },
]
