import {
  clockAfter,
  linkIn,
  mailsAbout,
  move,
  pagesAbout,
  report,
  resolution,
  sendKeyOf,
  urgent,
} from '../support/incidents.ts'
import { addresses, api } from '../support/product.ts'
import { alertPlaces } from './alert-places.ts'
import { publish, words } from './announcements.ts'

/** A page that people open, and whom to open it as: nobody has not signed in. */
export type Place = {
  name: string
  url: string
  person: 'riley' | 'ana' | 'ines' | 'omar' | 'nobody'
  /** KB of compressed script at most. */
  script: number
  status?: number
}

const setUpPages = [
  '',
  '/categories',
  '/categories/cat_network_vpn',
  '/calendars/cal_office',
  '/schedules/sch_service_desk',
  '/moveMatrix',
  '/triage',
  '/escalation-policies/new',
  '/notifications',
  '/triggerDefaults',
]

const description =
  'Since nine this morning nothing on the shared drive opens.\n\nEverybody on floor 2 sees it.'

/** Every page of the product with something on it, as after a lively morning. */
export async function livelyPlaces(): Promise<Place[]> {
  const [paged, worked, rated] = [
    await report('Nobody on floor 2 can open the shared drive', { ...urgent, description }),
    await report('Printer in room 12 prints everything twice', {
      impact: 'low',
      urgency: 'medium',
      description,
    }),
    await report('Telephone conference drops after ten minutes'),
  ]
  const solved = await move(rated.id, 'ana', resolution)
  await api('ana').act(`/incidents/${worked.id}`, 'moves', { to: 'in_progress' })
  for (const comment of [
    { visibility: 'public', body: 'We look at its settings from here.' },
    { visibility: 'internal', body: 'Its driver is from 2019.' },
  ])
    await api('ana').post(`/incidents/${worked.id}/comments`, comment)
  await move(worked.id, 'ana', {
    to: 'on_hold',
    reason: 'awaiting_requester',
    comment: 'Does it print twice from your phone, too?',
  })
  await clockAfter((solved as unknown as { resolvedAt: string }).resolvedAt, 3660)
  const announcement = await publish({
    title: 'The shared drive is slow',
    ...words('public'),
    body: 'Files open after a minute or two. Please save your work locally until we know more.',
    components: [
      { id: 'cmp_erp', state: 'partial_outage' },
      { id: 'cmp_vpn', state: 'degraded' },
    ],
    highPriority: true,
  })
  const [page] = await pagesAbout(paged.id)
  const survey = (await mailsAbout(rated.id)).find((mail) => sendKeyOf(mail).includes(':survey:'))
  if (!page || !survey) throw new Error('There is no page or no survey to open.')

  const alerts = await alertPlaces()
  const { portal, status } = addresses()
  const reader = { script: 150 }
  const worker = { script: 180 }
  return [
    { name: 'start-signed-out', url: `${portal}/`, person: 'nobody', ...reader },
    { name: 'start', url: `${portal}/`, person: 'riley', ...reader },
    { name: 'report', url: `${portal}/report`, person: 'riley', ...reader },
    { name: 'my-incidents', url: `${portal}/incidents`, person: 'riley', ...reader },
    { name: 'incident', url: `${portal}/incidents/${worked.id}`, person: 'riley', ...reader },
    { name: 'incident-resolved', url: `${portal}/incidents/${rated.id}`, person: 'riley', ...reader },
    { name: 'missing', url: `${portal}/incidents/INC-999999`, person: 'riley', status: 404, ...reader },
    { name: 'refused', url: `${portal}/queue`, person: 'riley', status: 403, ...reader },
    { name: 'announcements', url: `${portal}/announcements`, person: 'riley', ...reader },
    { name: 'announcement', url: `${portal}/announcements/${announcement.id}`, person: 'nobody', ...reader },
    { name: 'acknowledge', url: linkIn(page, '/a/').url, person: 'nobody', ...reader },
    { name: 'survey', url: linkIn(survey, '/surveys/').url, person: 'nobody', ...reader },
    { name: 'my-notifications', url: `${portal}/me/notifications`, person: 'riley', ...reader },
    { name: 'my-notifications-desk', url: `${portal}/me/notifications`, person: 'ana', ...worker },
    { name: 'queue', url: `${portal}/queue?view=all`, person: 'ana', ...worker },
    { name: 'search', url: `${portal}/queue?q=printer&sort=oldest`, person: 'ana', ...worker },
    { name: 'clock', url: `${portal}/incidents/${worked.id}/clocks/resolution`, person: 'ana', ...worker },
    { name: 'incident-desk', url: `${portal}/incidents/${worked.id}`, person: 'ana', ...worker },
    { name: 'incident-paged', url: `${portal}/incidents/${paged.id}`, person: 'ana', ...worker },
    { name: 'on-call', url: `${portal}/on-call`, person: 'ana', ...worker },
    { name: 'on-call-week', url: `${portal}/on-call/sch_service_desk`, person: 'ana', ...worker },
    {
      name: 'on-call-month',
      url: `${portal}/on-call/sch_service_desk?view=month&layers=on`,
      person: 'ana',
      ...worker,
    },
    {
      name: 'on-call-fairness',
      url: `${portal}/on-call/sch_service_desk/fairness`,
      person: 'ana',
      ...worker,
    },
    { name: 'announcement-new', url: `${portal}/announcements/new`, person: 'ines', ...worker },
    {
      name: 'announcement-desk',
      url: `${portal}/announcements/${announcement.id}`,
      person: 'ines',
      ...worker,
    },
    ...setUpPages.map((path) => ({
      name: `set-up${path.replaceAll('/', '-')}`,
      url: `${portal}/set-up${path}`,
      person: 'omar' as const,
      ...worker,
    })),
    ...alerts,
    { name: 'status', url: `${status}/`, person: 'nobody', script: 0 },
  ]
}
