import { page } from '../../../lib/page.tsx'
import { acknowledgeView } from '../../../views/acknowledge-view.tsx'

/** No sign-in is asked for, and a mail scanner that opens it changes nothing. */
export default page(async (visit, { params }) => {
  const token = decodeURIComponent(params.token ?? '')
  const [{ body, now }, person] = await Promise.all([
    visit.api.acknowledgement(token),
    visit.me().catch(() => undefined),
  ])
  const ui = visit.uiFor(person, now, person ?? body.reader)
  return { ui, view: acknowledgeView(ui, { acknowledgement: body, token }) }
})
