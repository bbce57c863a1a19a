/** A text as somebody might really send it, and the categories that a person at the desk would accept. */
export type ByHand = {
  language: 'en' | 'de'
  title: string
  description: string
  accepted: readonly string[]
}

const text = (
  language: ByHand['language'],
  title: string,
  description: string,
  ...accepted: string[]
): ByHand => ({ language, title, description, accepted })

/** Written once, after the classifier was finished, and not touched since; neither was the classifier for them. */
export const byHand: readonly ByHand[] = [
  text(
    'en',
    'cant log in!!',
    'came back from two weeks italy and now windows says my pasword is wrong, i am 100% sure its the right one. tried like 5 times and now it says something about locked??',
    'cat_access_password',
  ),
  text(
    'en',
    'New phone - the code app',
    'Hi, I got a new private phone at the weekend and gave the old one to my son, already wiped. Now every time I sign in it wants a number from the app and I don’t have that any more. How do I get in?',
    'cat_access_second_factor',
  ),
  text(
    'en',
    'coffee',
    'so, embarrassing, I poured half a latte over the keyboard this morning. It still runs but the e and r keys are dead and it smells funny. can I get a replacement for today, I have a customer at 2',
    'cat_hardware_laptop',
    'cat_hardware',
  ),
  text(
    'en',
    'Printer 2nd floor again',
    'The big one next to the kitchen. It pulls in three sheets at once and then crunches. We opened every flap we could find, there is nothing inside.',
    'cat_hardware_printer',
  ),
  text(
    'en',
    'everything is so slow from home',
    'Since monday whenever I am connected to the office from home I can barely open a file on the share, it takes minutes. Netflix works fine on the same line so it is not my internet. In the office yesterday all good.',
    'cat_network_vpn',
    'cat_network',
  ),
  text(
    'en',
    'Weird mail from our CEO??',
    'I got a message supposedly from Mr Fournier asking me to buy gift cards for a client and keep it quiet. The address ends with gmail. I did not answer. Should I delete it?',
    'cat_other_suspicious',
  ),
  text(
    'en',
    'Excel closing itself',
    'Every time I open the monthly forecast it thinks for a bit, goes white and is gone. No message nothing. Other sheets ok. I rebooted, same.',
    'cat_software_office',
    'cat_software',
  ),
  text(
    'en',
    'Please set up Tomasz',
    'Tomasz Zielinski starts with us in purchasing on the 1st. He needs a mailbox, the usual drives and an entry in the phone book. His manager will be Ole.',
    'cat_access_account',
  ),
  text(
    'en',
    'second monitor stays black',
    'I plug the laptop into the station on my desk and only one of the two screens comes on. swapped the cables, the other one does nothing at all, little light is orange',
    'cat_hardware_screen',
  ),
  text(
    'en',
    'customers cannot pay',
    'Two customers phoned within ten minutes: they fill their cart, press order, and get a blank page. I tried it myself with my own card and it is true. We are losing sales every minute!',
    'cat_software_website',
  ),
  text(
    'de',
    'kennwort',
    'guten morgen, mein kennwort is abgelaufen und wenn ich ein neues eingeben will sagt er immer es entspricht nicht den richtlinen. was will der denn? hab schon alles probiert gross klein sonderzeichen',
    'cat_access_password',
  ),
  text(
    'de',
    'Komme nicht auf Ordner vom Einkauf',
    'Ich helfe ab dieser Woche im Einkauf aus und soll da die Angebote ablegen, aber der Ordner lässt sich nicht öffnen, da steht Zugriff verweigert. Frau Albrecht weiß Bescheid.',
    'cat_access_permission',
  ),
  text(
    'de',
    'Laptop wird heiss und laut',
    'Seit dem Update röhrt das Ding wie ein Föhn, sogar wenn ich nur eine Mail schreibe. Man kann es kaum noch auf dem Schoß haben und nach einer Stunde ist der Akku leer.',
    'cat_hardware_laptop',
  ),
  text(
    'de',
    'WLan Besprechungsraum',
    'In der Isar fliegt man dauernd aus dem Wlan, gestern beim Kundentermin dreimal. Draußen im Flur ist alles gut. Wär schön wenn da mal jemand schaut, ist echt peinlich',
    'cat_network_wifi',
  ),
  text(
    'de',
    'Nichts geht mehr!!!',
    'Hier im Lager ist alles tot, keiner kommt ins Internet, die Scanner auch nicht, Telefone auch weg. Draußen stehen drei LKW. BITTE SCHNELL',
    'cat_network_internet',
    'cat_network',
  ),
  text(
    'de',
    'Rechnung falsch gebucht?',
    'Beim Verbuchen der Eingangsrechnung bricht SAP mit einer Meldung ab, dass die Periode nicht offen ist, dabei ist doch erst der Dritte. Die Kollegin kann auch nicht buchen. Der Monatsabschluss hängt daran.',
    'cat_software_erp',
  ),
  text(
    'de',
    'Outlook Termine weg',
    'Meine ganzen Termine von nächster Woche sind auf dem Handy nicht da, am Rechner schon. Hab das Konto auf dem Handy schon mal rausgeschmissen und neu gemacht, hat nichts gebracht.',
    'cat_software_email',
  ),
  text(
    'de',
    'Diensthandy runtergefallen',
    'mir ist grad das diensthandy auf der treppe hin gefallen, display ist gesprungen und in der ecke ist alles schwarz. telefonieren geht noch. was mach ich jetz',
    'cat_hardware_phone',
  ),
  text(
    'de',
    'Wie mache ich eine Abwesenheit?',
    'Hallo zusammen, ich gehe ab Freitag in Urlaub und wollte so eine automatische Antwort einstellen, finde das aber nirgends. Könnt ihr mir kurz sagen wo das ist? Danke und liebe Grüße',
    'cat_other_question',
    'cat_software_email',
  ),
  text(
    'de',
    'Teams: keiner hört mich',
    'In jeder Besprechung dasselbe, die anderen sehen mich aber hören nichts. Das Headset leuchtet, am Handy geht es auch. Mikro ist nicht stumm, ich bin ja nicht blöd :)',
    'cat_software_office',
    'cat_hardware',
    'cat_software',
  ),
]
