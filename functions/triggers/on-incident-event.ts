import { telling } from '../notifications/telling.ts'
import { tellMatches } from './tell-matches.ts'

export const handler = telling(tellMatches)
