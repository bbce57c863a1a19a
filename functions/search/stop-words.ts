/** Words that are in nearly every text and so find nothing, folded as `words.ts` folds them. */
const english =
  'a about after all also am an and any are as at be because been before but by can could did do for from get ' +
  'got had has have he hello hi how i if im in into is it its just me my no not now of on or our please she so ' +
  'some thank thanks that the their them then there these they this to too us was we were what when where which ' +
  'who why will with would yes you your'

const german =
  'aber als am an auch auf aus bei bin bis bitte da danke dann das dass dem den der des die dies diese diesem ' +
  'diesen dieser doch du durch ein eine einem einen einer eines er es fur gruss grusse hab habe haben hallo hat ' +
  'hatte hier ich ihr ihre im in ist ja jetzt kann kein keine konnen man mehr mein meine mich mir mit nach nicht ' +
  'noch nun nur oder schon sehr seit sich sie sind so uber um und uns unser vom von vor war warum was wenn wer ' +
  'werden wie wieder will wir wird wo wurde zu zum zur'

export const stopWords: ReadonlySet<string> = new Set(`${english} ${german}`.split(' '))
