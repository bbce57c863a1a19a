import { page } from '../../../lib/page.tsx'
import { acknowledgeView } from '../../../views/acknowledge-view.tsx'

/** No sign-in is asked for, and a mail scanner that opens it changes nothing. */
export default page(async (visit, { params }) => {
  const token = decodeURIComponent(params.token ?? '')
  const { body, now } = await visit.api.acknowledgement(token)
  const ui = visit.uiFor(undefined, now)
  return { ui, view: acknowledgeView(ui, { acknowledgement: body, token }) }
})
