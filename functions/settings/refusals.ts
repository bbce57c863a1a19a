import { Refusal } from '../runtime/refusal.ts'
import type { Language } from '../runtime/text.ts'
import type { Reference } from './references.ts'

/** It cannot go while something names it. */
export const inUse = (uses: readonly Reference[]) => {
  const names = (language: Language) => [...new Set(uses.map(({ holder }) => holder[language]))].join(', ')
  return new Refusal(
    'conflict',
    {
      en: `This is still in use: ${names('en')}. Change that first.`,
      de: `Das wird noch verwendet: ${names('de')}. Ändern Sie das zuerst.`,
    },
    {
      errors: uses.map(({ path, holder }) => ({
        path,
        message: { en: `“${holder.en}” names this.`, de: `„${holder.de}“ nennt dies.` },
      })),
    },
  )
}

export const hasIncidents = () =>
  new Refusal('conflict', {
    en: 'Open incidents wait with this team. Move them to another team first.',
    de: 'Bei diesem Team warten offene Vorfälle. Verschieben Sie sie zuerst zu einem anderen Team.',
  })

export const inconsistent = (errors: NonNullable<Refusal['extras']['errors']>) =>
  new Refusal(
    'incomplete',
    {
      en: 'This does not fit together. The list says what to change.',
      de: 'Das passt nicht zusammen. Die Liste sagt, was zu ändern ist.',
    },
    { errors },
  )
