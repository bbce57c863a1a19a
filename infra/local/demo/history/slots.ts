import type { Random } from './random.ts'

export type Language = 'en' | 'de'
type Words = Record<string, readonly string[]>

const shared: Words = {
  app: [
    'Excel',
    'Outlook',
    'Word',
    'PowerPoint',
    'Teams',
    'Acrobat',
    'AutoCAD',
    'Photoshop',
    'Visio',
    'OneNote',
    'Citrix',
    'Zoom',
  ],
  system: [
    'SAP',
    'Salesforce',
    'Jira',
    'Confluence',
    'Workday',
    'SharePoint',
    'DATEV',
    'Concur',
    'GitLab',
    'Moodle',
    'ERP',
    'CRM',
  ],
  browser: ['Chrome', 'Firefox', 'Edge', 'Safari'],
  room: ['Elbe', 'Weser', 'Isar', 'Main', 'Spree', 'Neckar', 'Mosel', 'Havel', 'Saale', 'Donau'],
  drive: ['G:', 'H:', 'P:', 'S:', 'T:', 'X:'],
  colleague: [
    'Jana Petersen',
    'Tom Becker',
    'Aylin Kaya',
    'Marek Nowak',
    'Lucia Rossi',
    'Ole Hansen',
    'Priya Nair',
    'Hugo Martin',
    'Mia Schulz',
    'Jan de Vries',
  ],
  boss: ['Mrs Albrecht', 'Mr Yilmaz', 'Dr Keller', 'Mrs Lindqvist', 'Mr Fournier'],
  agent: ['Ana', 'Ben', 'Dana', 'Chen'],
  mailbox: ['info@', 'sales@', 'orders@', 'jobs@', 'invoices@', 'service@', 'press@'],
}

const english: Words = {
  device: ['laptop', 'notebook', 'ThinkPad', 'Latitude', 'EliteBook', 'MacBook', 'Surface'],
  place: [
    'the 2nd floor',
    'building B',
    'the warehouse',
    'the Hamburg office',
    'room 314',
    'the canteen wing',
    'hall 4',
    'the reception',
    'the Leipzig site',
    'the annex',
  ],
  since: [
    'since this morning',
    'since yesterday',
    'since Monday',
    'for two days',
    'since lunch',
    'since the weekend',
    'for about an hour',
    'since nine o’clock',
  ],
  dept: [
    'sales',
    'accounting',
    'logistics',
    'HR',
    'marketing',
    'engineering',
    'purchasing',
    'the lab',
    'customer care',
    'legal',
  ],
  absence: ['my holiday', 'parental leave', 'two weeks off', 'sick leave', 'a long weekend'],
  deadline: ['tomorrow', 'this afternoon', 'on Friday', 'before the month ends', 'at the end of the week'],
  folder: [
    'Projects/2025',
    'Finance/Closing',
    'HR/Contracts',
    'Quality',
    'Sales/Offers',
    'Templates',
    'Board',
  ],
  file: [
    'budget.xlsx',
    'offer_final_v3.docx',
    'stock-list.xlsx',
    'roadmap.pptx',
    'hours.xlsm',
    'contract.pdf',
    'plan.vsdx',
  ],
  month: ['January', 'March', 'May', 'July', 'October', 'December'],
}

const german: Words = {
  device: ['Laptop', 'Notebook', 'ThinkPad', 'Latitude', 'EliteBook', 'Rechner'],
  place: [
    '2. OG',
    'Gebäude B',
    'Lager',
    'Büro Hamburg',
    'Raum 314',
    'Kantinenflügel',
    'Halle 4',
    'Empfang',
    'Werk Leipzig',
    'Anbau',
  ],
  since: [
    'seit heute Morgen',
    'seit gestern',
    'seit Montag',
    'seit zwei Tagen',
    'seit dem Mittag',
    'seit dem Wochenende',
    'seit etwa einer Stunde',
    'seit neun Uhr',
  ],
  dept: [
    'Vertrieb',
    'Rechnungswesen',
    'Versand',
    'Personal',
    'Marketing',
    'Entwicklung',
    'Einkauf',
    'Labor',
    'Kundendienst',
    'Recht',
  ],
  absence: [
    'dem Urlaub',
    'der Elternzeit',
    'zwei Wochen Pause',
    'längerer Krankheit',
    'dem langen Wochenende',
  ],
  deadline: [
    'und zwar morgen',
    'noch heute Nachmittag',
    'bis Freitag',
    'vor Monatsende',
    'noch in dieser Woche',
  ],
  folder: [
    'Projekte/2025',
    'Finanzen/Abschluss',
    'Personal/Verträge',
    'Qualität',
    'Vertrieb/Angebote',
    'Vorlagen',
    'Vorstand',
  ],
  file: [
    'Budget.xlsx',
    'Angebot_final_v3.docx',
    'Bestandsliste.xlsx',
    'Planung.pptx',
    'Stunden.xlsm',
    'Vertrag.pdf',
    'Lageplan.vsdx',
  ],
  month: ['Januar', 'März', 'Mai', 'Juli', 'Oktober', 'Dezember'],
  boss: ['Frau Albrecht', 'Herr Yilmaz', 'Dr. Keller', 'Frau Lindqvist', 'Herr Fournier'],
}

const words = { en: { ...shared, ...english }, de: { ...shared, ...german } }

const made: Record<string, (random: Random) => string> = {
  code: (random) =>
    random.one([
      `0x8007${random.between(4096, 65_535).toString(16)}`,
      `ERR-${random.between(100, 999)}`,
      `E${random.between(1000, 9999)}`,
      String(random.one([400, 403, 404, 500, 502, 503, 504])),
    ]),
  number: (random) => String(random.between(101, 9899)),
  n: (random) => String(random.between(3, 48)),
  version: (random) => `${random.between(2, 24)}.${random.between(0, 9)}`,
}

/**
 * Puts words into a text; what is `chosen` once stays so, because one report is about one device.
 * @throws Error for a slot that has no words.
 */
export function filled(
  text: string,
  language: Language,
  random: Random,
  chosen: Map<string, string> = new Map(),
): string {
  return text.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const word = chosen.get(slot) ?? wordFor(slot, language, random)
    chosen.set(slot, word)
    return word
  })
}

function wordFor(slot: string, language: Language, random: Random): string {
  const make = made[slot]
  const choices = words[language][slot]
  if (make) return make(random)
  if (!choices) throw new Error(`There is nothing to put for {${slot}}.`)
  return random.one(choices)
}
