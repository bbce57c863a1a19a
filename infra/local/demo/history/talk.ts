import type { Language } from './slots.ts'

/** What is said beside the problem itself; none of it tells the category. */
type Talk = Record<
  | 'greeting'
  | 'mood'
  | 'closing'
  | 'also'
  | 'seen'
  | 'ask'
  | 'answer'
  | 'vendor'
  | 'internal'
  | 'handed'
  | 'reopened'
  | 'withdrawn'
  | 'confirmed'
  | 'low'
  | 'high',
  readonly string[]
>

const en: Talk = {
  greeting: [
    'Hello,',
    'Hi team,',
    'Dear service desk,',
    'Good morning,',
    'Hi,',
    'Hey there,',
    'To whom it may concern,',
  ],
  mood: [
    'It is really annoying.',
    'I cannot go on working like this.',
    'Not urgent, but it would be nice.',
    'This costs me a lot of time.',
    'Sorry to bother you again.',
    'I have a deadline {deadline}.',
    'I work from {place} today.',
  ],
  closing: [
    'Thanks, {first}',
    'Many thanks',
    'Best regards, {first}',
    'Cheers',
    'Thank you in advance! {first}',
    'BR {first}',
    'Kind regards',
  ],
  also: ['By the way:', 'Another thing:', 'And while I write:', 'Also:'],
  seen: [
    'Thank you for telling us, I am looking into it.',
    'Got it. I will come back to you shortly.',
    'I have your report and have begun to look.',
    'Thanks, I can see it here as well.',
  ],
  ask: [
    'Could you tell me since when exactly, and whether a restart changes anything?',
    'Please send me the exact words of the message, a screenshot is fine.',
    'When would be a good time to call you and look at it together?',
    'Does a colleague beside you see the same?',
  ],
  answer: [
    'It began around nine, and a restart changed nothing.',
    'I am at my desk until four, call me any time.',
    'My colleague has no trouble at all.',
    'I attached what I see. It is always the same message.',
  ],
  vendor: [
    'We have asked the maker and wait for the answer.',
    'A spare part is ordered and should come in a few days.',
    'The supplier looks into it; we keep you posted.',
  ],
  internal: [
    'Looks like the one from last month, see the notes there.',
    'Called the user, nobody answered. Trying again after lunch.',
    'Logs show it began at 07:50. No change was planned then.',
    'Compared with a machine that works: same settings.',
    'Ben may know more about this.',
    'Second report of this today.',
  ],
  handed: [
    'Checked settings and restarted on the user’s side, no change. The logs point further back, please take a look.',
    'Reproduced twice. It is not the device of the user. Needs rights that we do not have.',
    'All steps of the article are done without success; the times of the errors are in the internal note.',
  ],
  reopened: [
    'It is back, exactly as before.',
    'Unfortunately it worked for an hour only.',
    'I tried again today and see the same as in the beginning.',
  ],
  withdrawn: [
    'It has settled itself.',
    'I reported it twice, sorry.',
    'No longer needed.',
    'My mistake, all is well.',
  ],
  confirmed: ['Works, thank you!', 'All good now.', 'Perfect, thanks a lot.'],
  low: [
    'It took far too long until somebody reacted.',
    'I had to explain everything three times.',
    'It works now, but nobody told me what happened in between.',
    'Closed although it was not solved.',
  ],
  high: ['Quick and friendly.', 'Perfect help, thank you!', 'Explained it so that I understood.'],
}

const de: Talk = {
  greeting: [
    'Hallo,',
    'Guten Morgen,',
    'Liebes Team,',
    'Guten Tag,',
    'Moin,',
    'Sehr geehrte Damen und Herren,',
    'Hallo zusammen,',
  ],
  mood: [
    'Das ist wirklich lästig.',
    'So kann ich nicht weiterarbeiten.',
    'Eilt nicht, wäre aber schön.',
    'Das kostet mich viel Zeit.',
    'Entschuldigung, dass ich schon wieder schreibe.',
    'Ich brauche es dringend, {deadline}.',
    'Ich arbeite heute hier: {place}.',
  ],
  closing: [
    'Danke, {first}',
    'Vielen Dank',
    'Viele Grüße, {first}',
    'MfG',
    'Danke im Voraus! {first}',
    'Beste Grüße {first}',
    'Mit freundlichen Grüßen',
  ],
  also: ['Übrigens:', 'Noch etwas:', 'Und wenn ich schon schreibe:', 'Außerdem:'],
  seen: [
    'Danke für die Meldung, ich sehe es mir an.',
    'Angekommen. Ich melde mich gleich.',
    'Ihre Meldung liegt bei mir, ich habe angefangen.',
    'Danke, ich kann es hier auch sehen.',
  ],
  ask: [
    'Seit wann genau ist das so, und ändert ein Neustart etwas?',
    'Bitte schicken Sie mir den genauen Wortlaut der Meldung, ein Bildschirmfoto genügt.',
    'Wann darf ich Sie anrufen, damit wir es gemeinsam ansehen?',
    'Sieht eine Kollegin neben Ihnen dasselbe?',
  ],
  answer: [
    'Es fing gegen neun an, ein Neustart hat nichts geändert.',
    'Ich bin bis vier am Platz, rufen Sie gern an.',
    'Mein Kollege hat gar keine Probleme.',
    'Ich habe angehängt, was ich sehe. Es ist immer dieselbe Meldung.',
  ],
  vendor: [
    'Wir haben beim Hersteller nachgefragt und warten auf Antwort.',
    'Ein Ersatzteil ist bestellt und sollte in einigen Tagen da sein.',
    'Der Lieferant prüft es, wir halten Sie auf dem Laufenden.',
  ],
  internal: [
    'Sieht aus wie der Fall vom letzten Monat, siehe Notizen dort.',
    'Angerufen, niemand da. Nach dem Mittag noch einmal.',
    'Laut Protokoll begann es um 07:50. Geplant war da nichts.',
    'Mit einem Gerät verglichen, das läuft: gleiche Einstellungen.',
    'Ben weiß dazu vielleicht mehr.',
    'Schon die zweite Meldung dazu heute.',
  ],
  handed: [
    'Einstellungen geprüft und beim Anwender neu gestartet, keine Änderung. Die Protokolle deuten weiter nach hinten, bitte ansehen.',
    'Zweimal nachgestellt. Am Gerät liegt es nicht. Dafür fehlen uns Rechte.',
    'Alle Schritte des Artikels sind ohne Erfolg gemacht; die Zeiten der Fehler stehen in der internen Notiz.',
  ],
  reopened: [
    'Es ist wieder da, genau wie vorher.',
    'Leider ging es nur eine Stunde lang.',
    'Ich habe es heute wieder versucht und sehe dasselbe wie am Anfang.',
  ],
  withdrawn: [
    'Hat sich erledigt.',
    'Doppelt gemeldet, Entschuldigung.',
    'Wird nicht mehr gebraucht.',
    'Mein Fehler, alles gut.',
  ],
  confirmed: ['Funktioniert, danke!', 'Alles wieder gut.', 'Perfekt, vielen Dank.'],
  low: [
    'Es hat viel zu lange gedauert, bis jemand reagiert hat.',
    'Ich musste alles dreimal erklären.',
    'Jetzt geht es, aber zwischendurch hat mir niemand etwas gesagt.',
    'Geschlossen, obwohl es nicht gelöst war.',
  ],
  high: ['Schnell und freundlich.', 'Perfekte Hilfe, danke!', 'So erklärt, dass ich es verstanden habe.'],
}

export const talk: Record<Language, Talk> = { en, de }
