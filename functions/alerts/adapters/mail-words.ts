const resolved = 'resolved|recovered|cleared|behoben|gelöst'
/** How often or after how long, not whether. */
const aside = String.raw`(?:\s*:?\s*\d+(?:\s*/\s*\d+)?|\s+(?:in|nach|after)\s+\d[^:\])]*)?`

/** As machines write it before everything else; the name of the alert that follows may well hold a `not`. */
const overMark = new RegExp(
  String.raw`^[\s*]*(?:\[\s*(?:${resolved}|recovery|closed|entwarnung|ok|up)${aside}\s*\]|(?:${resolved}|entwarnung|ok)${aside}\s*:)`,
  'i',
)
const doubt =
  /\?|\b(?:firing|not|no|non|never|cannot|without|yet|until|unless|if|please|nicht|nie|niemals|kein\w*|ohne|noch|bis|falls|wenn|bitte)\b|n['’]t\b|\b(?:fail(?:s|ed|ure|ing)?|fehlgeschlagen|fehlerhaft|unable|partly|partially|teilweise)\b/i

/** What may stand behind a word that says how it is, so that it does not go on to say something else. */
const ends = String.raw`(?=\s*(?:$|[.:;!)\]*(]|[–—-](?!>)|(?:again|wieder|now|since|seit|after|nach|on|at|auf|um|for)\b))`
const isSo = String.raw`(?<=\b(?:is|are|has|have|been|was|again|now|ist|sind|wurde|wurden|wieder|jetzt)\s+)`
const over = [
  ...[
    `[[(]\\s*(?:${resolved}|recovery|closed|entwarnung)${aside}\\s*[\\])]`,
    `${isSo}(?:${resolved})${ends}`,
  ],
  ...[`^[\\s*]*(?:${resolved})\\b`, `\\b(?:${resolved})\\s*(?::(?!\\s*\\d)|!|$)`],
  ...[`^[\\s*]*recovery(?=\\s*[:–—-]|\\s+(?:host|service)\\b)`, `\\brecovery\\s*:`],
  ...[`\\bentwarnung\\b`, `\\b(?:back to normal|wieder normal)\\b`],
].map((words) => new RegExp(words, 'i'))
/** `OK` and `UP` in capitals, where machines put the state. */
const overSign = [
  /^[\s*]*OK\b(?!\s*(?:->|=>|→|to\b))/,
  /^[\s*]*UP(?=\s*(?:[:–—]|-(?!>)|$))/,
  new RegExp(
    String.raw`(?:\b(?:is|are|ist|sind|now|back|again|wieder|jetzt)\s|:|->|=>|→)\s*(?:OK|UP)\b${ends}`,
  ),
  /[[(]\s*(?:ok|up)\s*[\])]/i,
]

/** Whether the subject of a mail says that it is over. In doubt it does not: what is wrong must be seen. */
export const saysOver = (subject: string): boolean =>
  overMark.test(subject) ||
  (!doubt.test(subject) && [...over, ...overSign].some((words) => words.test(subject)))

/** How a state is spelled; none of it is part of what makes two mails the same alert. */
const states = [
  /\bresolved\s+in(?:\s+\d+\s*[a-z]+)+\b/gi,
  /\b(?:resolved|recovered|recovery|cleared|closed|back to normal|behoben|gelöst|entwarnung)\b/gi,
  /\[\s*(?:ok|up)\b[^\]]*\]/gi,
  /\b(?:firing|alert|alerting|alarm|problem|triggered|critical|warning|error|down|failed|open|new)\b/gi,
  /\b(?:OK|UP)\b/g,
]
export const withoutState = (subject: string): string =>
  states.reduce((text, words) => text.replace(words, ' '), subject)
