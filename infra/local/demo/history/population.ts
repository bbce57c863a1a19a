import { type Random, randomOf } from './random.ts'
import type { Language } from './slots.ts'

/** Somebody of the demo organisations, as the product knows people. */
export type Resident = {
  id: string
  name: string
  email: string
  roles: ['requester']
  organisationId: 'org_north' | 'org_south'
  teams: []
  locale: Language
  zone: 'Europe/Berlin'
}

const firstNames: Record<Language, string> = {
  en: 'Alice Amir Anita Callum Carmen Daniel Elena Ewan Fatima Gareth Grace Hiro Imani Ivan Jasmine Kofi Leila Liam Maya Mohamed Nadia Niamh Olga Oscar Pedro Rosa Ruth Sanjay Tess Victor Wendy Yara Zoe',
  de: 'Anke Bernd Birgit Cem Claudia Dirk Elif Frank Franziska Gisela Hannes Heike Ingrid Jens Jörg Katrin Lars Lena Manfred Marlene Murat Nele Petra Ralf Sabine Silke Stefan Sven Tanja Ulrike Uwe Wiebke Yvonne',
}
const lastNames: Record<Language, string> = {
  en: 'Adeyemi Baker Bianchi Brennan Castillo Chowdhury Clarke Dubois Ellis Fernandez Georgiou Hughes Ivanova Jensen Kowalski Lam MacLeod Marsh Mensah Nakamura Ndiaye Novotny Ortega Patel Quinn Ribeiro Shah Sullivan Tanaka Vargas Walsh Whitfield Young',
  de: 'Arnold Bauer Brandt Busch Dietrich Engel Fuchs Graf Haas Heinrich Jung Kaiser Koch Krause Kuhn Lang Lorenz Maier Öztürk Pohl Richter Roth Sauer Schäfer Seidel Simon Thomas Vogel Wagner Weiß Winter Ziegler Zimmermann',
}

/** The part of an address that a name makes: `jörg.weiß` becomes `joerg.weiss`. */
const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z]+/g, '.')

function resident(random: Random): Resident {
  const locale = random.chance(0.4) ? 'de' : 'en'
  const name = `${random.one(firstNames[locale].split(' '))} ${random.one(lastNames[locale].split(' '))}`
  const isSouth = random.chance(locale === 'de' ? 0.6 : 0.2)
  return {
    id: plain(name),
    name,
    email: `${plain(name)}@${isSouth ? 'southgate' : 'northwind'}.example`,
    roles: ['requester'],
    organisationId: isSouth ? 'org_south' : 'org_north',
    teams: [],
    locale,
    zone: 'Europe/Berlin',
  }
}

/** People with names of their own. */
export function populationOf(seed: number, size: number): Resident[] {
  const random = randomOf(seed, 'people')
  const known = new Map<string, Resident>()
  while (known.size < size) {
    const one = resident(random)
    if (!known.has(one.id)) known.set(one.id, one)
  }
  return [...known.values()]
}
