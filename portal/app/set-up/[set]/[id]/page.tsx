import { emptyDraft } from '../../../../components/field.tsx'
import { page } from '../../../../lib/page.tsx'
import { askedFirst } from '../../../../lib/simulation.ts'
import { demandSet, loadContext, loadThing } from '../../../../views/set-up-data.ts'
import { setItemView } from '../../../../views/set-up-view.tsx'

export default page(async (visit, { params }) => {
  const set = demandSet(params.set)
  const id = decodeURIComponent(params.id ?? '')
  const [{ ui, context }, { thing, etag }] = await Promise.all([
    loadContext(visit),
    loadThing(visit, set, id),
  ])
  const trial = set.isTried && { asked: askedFirst(thing, ui.clock.now) }
  return {
    ui,
    view: setItemView(ui, set, {
      ...{ thing, context, etag, id, draft: emptyDraft },
      trial,
    }),
  }
})
