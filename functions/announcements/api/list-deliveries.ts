import { ok, operation } from '../../runtime/operation.ts'
import { PageQuery } from '../../runtime/page.ts'
import { DeliveryPage } from '../answers.ts'

export const listDeliveries = operation({
  method: 'GET',
  path: '/announcements/{id}/deliveries',
  summary: 'Whom the announcement and its updates reached by mail',
  action: 'announcement.read_deliveries',
  query: PageQuery,
  answers: {
    status: 200,
    description: 'How many mails there are in all, and a page of them',
    schema: DeliveryPage,
  },
  load: ({ id = '' }, { announcements }) => announcements.read(id),
  async perform({ subject: { announcement }, query }, { announcements }) {
    const { deliveries } = announcements
    const [counts, page] = await Promise.all([
      deliveries.count(announcement.id),
      deliveries.list(announcement.id, query),
    ])
    return ok({ ...counts, ...page })
  },
})
