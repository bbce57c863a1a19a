import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { Shell } from '../components/shell.tsx'
import { RefusedView, TroubleView } from '../views/trouble-view.tsx'
import { Problem } from './problem.ts'
import { troubled } from './trouble.ts'
import { openVisit, type Ui, type Visit } from './visit.ts'

type Parameters = Record<string, string>
type Query = Record<string, string | string[] | undefined>
type PageProps = { params: Promise<Parameters>; searchParams: Promise<Query> }
type Asked = { params: Parameters; query: Query }

export type View = { title: string; body: ReactNode; width?: 'wide' }
export type Rendering = { ui: Ui; view: View }

const shownStatuses = [403, 404] as const

const signInPath = (returnTo: string) => `/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`

/** One page: asks the API, shows the answer; a refusal becomes the sign-in, a "not found" or a sentence. */
export function page(show: (visit: Visit, asked: Asked) => Promise<Rendering>) {
  return async function Page({ params, searchParams }: PageProps) {
    const visit = await openVisit()
    const asked = { params: await params, query: await searchParams }
    try {
      return shown(await show(visit, asked))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.status === 401) redirect(visit.isFresh ? troubled(visit.path, 403) : signInPath(visit.path))
      redirect(troubled(visit.path, shownStatuses.find((status) => status === error.status) ?? 503))
    }
  }
}

export const shown = ({ ui, view }: Rendering) => (
  <Shell ui={ui} title={view.title} width={view.width}>
    {view.body}
  </Shell>
)

/** What we say when the API refuses or does not answer, where no form can be shown again. */
export function troubleOf(visit: Visit, problem: Problem): Rendering {
  const ui = visit.uiFor(undefined, new Date())
  return problem.status === 503
    ? { ui, view: { title: ui.t('trouble.unreachableTitle'), body: <TroubleView ui={ui} /> } }
    : { ui, view: { title: ui.t('trouble.refusedTitle'), body: <RefusedView ui={ui} problem={problem} /> } }
}
