import { ok, operation } from '../../runtime/operation.ts'
import { DeliveryPage } from '../answers.ts'
import { DeliveryQuery } from '../place.ts'
import { isId } from '../subject.ts'

export const listDeliveries = operation({
  method: 'GET',
  path: '/announcements/{id}/deliveries',
  summary: 'Whom the announcement and its updates reached by mail',
  action: 'announcement.read_deliveries',
  query: DeliveryQuery,
  answers: {
    status: 200,
    description: 'How many mails there are in all, and a page of them',
    schema: DeliveryPage,
  },
  load: async ({ id = '' }, { announcements }) => (isId(id) ? announcements.readHead(id) : undefined),
  async perform({ subject: { id }, query }, { announcements: { deliveries } }) {
    const [counts, page] = await Promise.all([deliveries.count(id), deliveries.list(id, query)])
    return ok({ ...counts, ...page })
  },
})
