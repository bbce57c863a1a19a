import { answer } from '../../lib/form-post.tsx'
import { openVisit } from '../../lib/visit.ts'
import { SignInTroubleView } from '../../views/trouble-view.tsx'

export async function signInTrouble(): Promise<Response> {
  const visit = await openVisit()
  const ui = visit.uiFor(undefined, new Date())
  const view = { title: ui.t('trouble.signInTitle'), body: <SignInTroubleView ui={ui} /> }
  return answer({ ui, view }, 400)
}
