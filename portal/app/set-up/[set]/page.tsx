import { emptyDraft } from '../../../components/field.tsx'
import { page } from '../../../lib/page.tsx'
import { nameOfThing } from '../../../lib/set-up/context.ts'
import type { Ui, Visit } from '../../../lib/visit.ts'
import { demandSet, loadContext, loadThing } from '../../../views/set-up-data.ts'
import { setListView } from '../../../views/set-up-list-view.tsx'
import { setItemView } from '../../../views/set-up-view.tsx'

export default page(async (visit, { params, query }) => {
  const set = demandSet(params.set)
  if (set.kind === 'part') {
    const [{ ui, context }, { thing, etag }, accuracy] = await Promise.all([
      loadContext(visit),
      loadThing(visit, set, 'value'),
      set.id === 'triage' ? visit.api.accuracy() : undefined,
    ])
    return {
      ui,
      view: setItemView(ui, set, {
        ...{ thing, context, etag, id: 'value', draft: emptyDraft },
        accuracy: accuracy?.body,
      }),
    }
  }
  const asked =
    typeof query.try === 'string' && query.try.trim() !== '' ? query.try.slice(0, 2000) : undefined
  const [{ ui, context }, { body, etag }, tried, week] = await Promise.all([
    loadContext(visit),
    visit.api.things(set.id),
    asked && set.id === 'routing-rules' ? tryOut(visit, asked) : undefined,
    asked && set.isReplayed ? visit.api.tryAlertRules({}) : undefined,
  ])
  const team = context.teams.find(({ id }) => id === tried?.teamId)
  const answer =
    tried && sentence(ui, team ? nameOfThing(team, ui.locale) : tried.teamId, tried.why[ui.locale])
  const { items: things, warnings } = body
  return {
    ui,
    view: setListView(ui, set, {
      ...{ things, warnings, context, etag, asked },
      tried: answer,
      replayed: week?.body,
    }),
  }
})

const sentence = ({ t }: Ui, team: string, why: string) => `${t('setUp.tryAnswer', { team })} ${why}`

async function tryOut({ api }: Visit, asked: string) {
  const [title = '', ...rest] = asked.trim().split('\n')
  const sample = {
    title: title.slice(0, 160),
    description: rest.join('\n'),
    impact: 'medium',
    urgency: 'medium',
  }
  return (await api.tryRouting(sample)).body
}
