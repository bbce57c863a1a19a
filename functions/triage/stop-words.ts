/** Words that tell nothing about what an incident is of, folded as `words.ts` folds them. */
const english =
  'a about after again all also am an and any anyone anybody are arent as at be because been before being but by ' +
  'can cannot cant could couldnt day days dear did didnt do does doesnt doing dont even ever every for from get ' +
  'gets getting go goes going got guys had has have havent having he hello help her here hey hi him his how i id ' +
  'if ill im in into is isnt it its ive just kind know let like ll look many may me might more morning most much ' +
  'must my need no nobody none nor not nothing now of off on once one only or other our ours out over please re ' +
  'really regards said same say see seems she should since so some somebody someone something soon still such ' +
  'sure take than thank thanks that thats the their them then there these they thing things this those though ' +
  'through time to today tomorrow too try trying tried two under until up us use very want was wasnt we well were ' +
  'what when where which while who whole why will with wont would yes yesterday yet you your yours'

const german =
  'ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bitte bzw da ' +
  'dabei dafuer damit danach danke dann daran darauf das dass dasselbe dein dem den denn der des deshalb dessen ' +
  'die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines einfach ' +
  'einmal er erst es etwas euch fuer ganz gar geehrte gegen geht gerade gerne gestern gruss gruesse guten habe ' +
  'haben hab hallo hat hatte hatten heute hier hilfe ich ihm ihn ihnen ihr ihre ihrem ihren immer in ins irgendwie ' +
  'ist ja jede jeden jeder jetzt kann kannst kein keine keinen keiner koennen koennte koennten leider lg mal man ' +
  'mehr mein meine meinem meinen meiner mfg mich mir mit moechte moin morgen muss muessen nach nicht nichts noch ' +
  'nun nur ob oder ohne schon sehr sehe seit sich sie sind so sobald sollte sonst soll tag tage trotz ueber um und ' +
  'uns unser unsere unserem unseren unter viel vielen vom von vor waere war waren warum was weder wegen weil wenn ' +
  'wer werden wie wieder will wir wird wo wurde wurden zu zum zur zwei zwischen'

export const stopWords: ReadonlySet<string> = new Set(`${english} ${german}`.split(' '))
