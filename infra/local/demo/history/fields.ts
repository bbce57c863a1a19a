import type { Random } from './random.ts'

type Answers = Record<string, string | number | boolean>

/** What the forms of some categories ask, answered as people do; only answers that an old form could have had. */
const answered: Record<string, (random: Random) => Answers> = {
  cat_access_password: (random) => ({
    system: random.one(['computer', 'email', 'erp']),
    locked: random.chance(0.4),
  }),
  cat_access_permission: (random) => ({ resource: 'Projects', approved: random.chance(0.6) }),
  cat_hardware_laptop: (random) => ({
    symptom: random.one(['no_start', 'screen', 'keyboard', 'battery', 'slow', 'other']),
    device_tag: `NW-${random.between(1000, 9999)}`,
  }),
  cat_hardware_printer: (random) => ({
    printer: `P-${random.between(10, 80)}`,
    symptom: random.one(['paper_jam', 'nothing', 'quality', 'other']),
  }),
  cat_hardware_phone: () => ({ lost: false }),
  cat_software_email: (random) => ({ mail_problem: random.one(['send', 'receive', 'calendar', 'other']) }),
  cat_software_erp: (random) => ({
    transaction: `VA0${random.between(1, 5)}`,
    people_affected: random.between(1, 12),
  }),
  cat_software_website: () => ({ page: '/checkout' }),
  cat_network_vpn: (random) => ({
    vpn_problem: random.one(['no_connection', 'drops', 'slow']),
    where: random.one(['home', 'travelling']),
  }),
  cat_network_wifi: (random) => ({ where: 'office', others_affected: random.chance(0.5) }),
  cat_other_suspicious: (random) => ({ clicked: random.chance(0.3) }),
}

/** The answers that came with the report. */
export function answersOf(categoryId: string | undefined, random: Random): Answers {
  const answer = answered[categoryId ?? '']
  return answer ? answer(random) : {}
}
