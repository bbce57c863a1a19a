import { answer } from '../../../lib/form-post.tsx'
import type { View } from '../../../lib/page.tsx'
import { Problem } from '../../../lib/problem.ts'
import { localPath } from '../../../lib/return-to.ts'
import { openVisit, type Ui } from '../../../lib/visit.ts'
import { MissingView, RefusedView, TroubleView } from '../../../views/trouble-view.tsx'

type Context = { params: Promise<{ status: string }> }

const views: Record<string, (ui: Ui) => View> = {
  404: (ui) => ({ title: ui.t('trouble.missingTitle'), body: <MissingView ui={ui} /> }),
  403: (ui) => ({
    title: ui.t('trouble.refusedTitle'),
    body: <RefusedView ui={ui} problem={new Problem({ status: 403, code: 'forbidden', title: '' })} />,
  }),
  503: (ui) => ({ title: ui.t('trouble.unreachableTitle'), body: <TroubleView ui={ui} /> }),
}

/**
 * Where the proxy leads what `troubled` asked for: the right status and a whole page, with and without script.
 * A reload leads to the address without the mark, so that a page comes back as soon as it can.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { status } = await params
  const visit = await openVisit()
  if (status === 'again') {
    const path = localPath(visit.path)
    const location = path.startsWith('/trouble/') ? '/' : path
    const headers = { location, 'cache-control': 'no-store' }
    return new Response(null, { status: 303, headers })
  }
  const known = Object.hasOwn(views, status) ? status : '404'
  const [person, pressing] = await Promise.all([visit.me().catch(() => undefined), visit.pressing()])
  const ui = visit.uiFor(person, new Date())
  return answer({ ui, view: views[known]?.(ui) ?? { title: '', body: null }, pressing }, Number(known))
}
