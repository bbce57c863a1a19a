import { answer } from '../../../lib/form-post.tsx'
import type { View } from '../../../lib/page.tsx'
import { Problem } from '../../../lib/problem.ts'
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

/** Where the proxy leads what `troubled` asked for: the right status and a whole page, with and without script. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { status } = await params
  const known = Object.hasOwn(views, status) ? status : '404'
  const visit = await openVisit()
  const person = await visit.me().catch(() => undefined)
  const ui = visit.uiFor(person, new Date())
  return answer({ ui, view: views[known]?.(ui) ?? { title: '', body: null } }, Number(known))
}
