import type { SetUp } from '../lib/set-up/sets.ts'
import type { Ui } from '../lib/visit.ts'

type SetName = keyof typeof import('../messages/en/set-up.ts')['setUp']['setUpNames']

/** Ids of sets are keys of messages, as the compiler cannot know. */
export const wordsFor = ({ t }: Ui, { id }: SetUp) => ({
  name: t(`setUpNames.${id as SetName}`),
  about: t(`setUpAbout.${id as SetName}`),
})

export const Back = ({ ui, href, label }: { ui: Ui; href: string; label?: string }) => (
  <p className="crumb">
    <a href={href}>← {label ?? ui.t('setUp.back')}</a>
  </p>
)
