import { accessDe } from './access-de.ts'
import { accessEn } from './access-en.ts'
import type { Family } from './family.ts'
import { hardwareDe } from './hardware-de.ts'
import { hardwareEn } from './hardware-en.ts'
import { networkDe } from './network-de.ts'
import { networkEn } from './network-en.ts'
import { otherDe } from './other-de.ts'
import { otherEn } from './other-en.ts'
import { hashOf } from './random.ts'
import type { Language } from './slots.ts'
import { softwareDe } from './software-de.ts'
import { softwareEn } from './software-en.ts'

/** A family in its place: `template` is its name everywhere, `held` says that no training may see it. */
export type Template = Family & {
  template: string
  language: Language
  /** The category at the top of the tree, and the one that an agent records in the end. */
  topId: string
  categoryId: string
  heldOut: boolean
}

/** How often each category is reported, in percent. */
export const shares = { cat_access: 27, cat_hardware: 22, cat_software: 25, cat_network: 15, cat_other: 11 }
type TopId = keyof typeof shares

const families: Record<TopId, Record<Language, readonly Family[]>> = {
  cat_access: { en: accessEn, de: accessDe },
  cat_hardware: { en: hardwareEn, de: hardwareDe },
  cat_software: { en: softwareEn, de: softwareDe },
  cat_network: { en: networkEn, de: networkDe },
  cat_other: { en: otherEn, de: otherDe },
}

/** Where the tree has a narrower category; the other families stay at the top. */
const leaves: Record<string, string> = {
  ...within('cat_access_password', 'password-forgotten account-locked password-change-loop'),
  ...within('cat_access_password', 'passwort-vergessen konto-gesperrt kennwort-abgelaufen'),
  ...within('cat_access_account', 'new-starter leaver name-change neuer-kollege austritt namensaenderung'),
  ...within('cat_access_permission', 'folder-permission role-missing shared-mailbox admin-rights'),
  ...within('cat_access_permission', 'ordner-rechte rolle-fehlt gruppenpostfach adminrechte'),
  ...within('cat_access_second_factor', 'second-factor zweiter-faktor'),
  ...within('cat_hardware_laptop', 'battery liquid fan-heat not-starting akku kaffee luefter startet-nicht'),
  ...within('cat_hardware_printer', 'printer-jam printer-quality papierstau druckbild'),
  ...within('cat_hardware_phone', 'phone-broken diensthandy'),
  ...within('cat_hardware_screen', 'screen docking bildschirm dockingstation'),
  ...within('cat_software_email', 'calendar-sync mail-outage kalender mailausfall'),
  ...within('cat_software_erp', 'erp-order report-wrong erp-buchung bericht-falsch'),
  ...within('cat_software_office', 'office-crash macro-addin teams-client absturz makro teams-programm'),
  ...within('cat_software_website', 'shop-error webshop'),
  ...within('cat_network_vpn', 'vpn-drops vpn-update vpn-bricht-ab vpn-nach-update'),
  ...within('cat_network_wifi', 'wifi-weak guest-wifi wlan-schwach gaestenetz'),
  ...within('cat_network_internet', 'no-internet kein-internet'),
  ...within('cat_other_question', 'how-to wie-geht-das'),
  ...within('cat_other_suspicious', 'phishing verdaechtige-mail'),
}

function within(leaf: string, ids: string): Record<string, string> {
  return Object.fromEntries(ids.split(' ').map((id) => [id, leaf]))
}

/** The fifth of a category that training never sees: the families whose names hash lowest, of both languages. */
function templatesOf(topId: TopId): Template[] {
  const all = (['en', 'de'] as const).flatMap((language) =>
    families[topId][language].map((family) => {
      const template = `${topId.replace('cat_', '')}.${language}.${family.id}`
      return { ...family, template, language, topId, categoryId: leaves[family.id] ?? topId }
    }),
  )
  const held = (['en', 'de'] as const).flatMap((language) => {
    const own = all.filter((one) => one.language === language)
    const fifth = Math.round(own.length / 5)
    return own.sort((a, b) => hashOf(a.template) - hashOf(b.template)).slice(0, fifth)
  })
  return all.map((one) => ({ ...one, heldOut: held.some(({ template }) => template === one.template) }))
}

export const templates: readonly Template[] = (Object.keys(shares) as TopId[]).flatMap(templatesOf)
