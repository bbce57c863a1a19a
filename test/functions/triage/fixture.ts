import type { Example } from '../../../functions/triage/bayes.ts'
import { featuresOf } from '../../../functions/triage/features.ts'
import { type Model, train } from '../../../functions/triage/model.ts'
import { tellingWords } from '../../../functions/triage/words.ts'

export const now = '2026-11-23T09:00:00.000Z'

const said = {
  cat_network: ['vpn gateway tunnel drops', 'wifi tunnel slow', 'vpn tunnel timeout', 'gateway wifi offline'],
  cat_hardware: ['printer paper jam', 'laptop battery swollen', 'printer toner empty', 'laptop screen dark'],
  cat_access: ['password expired account', 'account locked', 'password reset login', 'login rights account'],
} as const

/** Thirty-six confirmed incidents with words that tell them apart. */
export const examples: Example[] = Object.entries(said).flatMap(([categoryId, texts]) =>
  [1, 2, 3].flatMap(() =>
    texts.map((text) => ({
      features: featuresOf(tellingWords(text), categoryId === 'cat_network' ? 'svc_vpn' : undefined),
      labels: {
        categoryId,
        teamId: categoryId === 'cat_network' ? 'team_infrastructure' : 'team_service_desk',
        impact: 'low',
        urgency: text.includes('vpn') ? 'high' : 'medium',
      },
    })),
  ),
)

export const model: Model = train(examples, now)
