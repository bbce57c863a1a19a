import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { Shell } from '../components/shell.tsx'
import { LostPlaceView, RefusedView, TroubleView } from '../views/trouble-view.tsx'
import type { Announcement } from './contract.ts'
import { Problem } from './problem.ts'
import { troubled } from './trouble.ts'
import { openVisit, type Ui, type Visit } from './visit.ts'

type Parameters = Record<string, string>
type Query = Record<string, string | string[] | undefined>
type PageProps = { params: Promise<Parameters>; searchParams: Promise<Query> }
type Asked = { params: Parameters; query: Query }

export type View = {
  title: string
  body: ReactNode
  width?: 'wide'
  /** It tells by itself what presses. */
  announces?: true
}
export type Rendering = { ui: Ui; view: View; pressing?: Announcement[] }

const shownStatuses = [403, 404] as const

const signInPath = (returnTo: string) => `/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`

/** One page: asks the API, shows the answer; a refusal becomes the sign-in, a "not found" or a sentence. */
export function page(show: (visit: Visit, asked: Asked) => Promise<Rendering>) {
  return async function Page({ params, searchParams }: PageProps) {
    const visit = await openVisit()
    const asked = { params: await params, query: await searchParams }
    try {
      const [rendering, pressing] = await Promise.all([show(visit, asked), visit.pressing()])
      return shown({ ...rendering, pressing })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.status === 401) redirect(visit.isFresh ? troubled(visit.path, 403) : signInPath(visit.path))
      if (error.status === 400 && asked.query.cursor !== undefined) return shown(await lostPlaceOf(visit))
      redirect(troubled(visit.path, shownStatuses.find((status) => status === error.status) ?? 503))
    }
  }
}

export const shown = ({ ui, view, pressing = [] }: Rendering) => (
  <Shell ui={ui} title={view.title} width={view.width} pressing={view.announces ? [] : pressing}>
    {view.body}
  </Shell>
)

/** The page of a list that an old or shortened link meant is not there: the list is. */
async function lostPlaceOf(visit: Visit): Promise<Rendering> {
  const person = await visit.me().catch(() => undefined)
  const ui = visit.uiFor(person, new Date())
  const [list = '/'] = visit.path.split('?')
  return { ui, view: { title: ui.t('trouble.lostPlaceTitle'), body: <LostPlaceView ui={ui} list={list} /> } }
}

/** What we say when the API refuses or does not answer, where no form can be shown again. */
export function troubleOf(visit: Visit, problem: Problem): Rendering {
  const ui = visit.uiFor(undefined, new Date())
  return problem.status === 503
    ? { ui, view: { title: ui.t('trouble.unreachableTitle'), body: <TroubleView ui={ui} /> } }
    : { ui, view: { title: ui.t('trouble.refusedTitle'), body: <RefusedView ui={ui} problem={problem} /> } }
}
