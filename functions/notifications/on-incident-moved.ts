import { tellFollowers } from './tell-followers.ts'
import { telling } from './telling.ts'

export const handler = telling(tellFollowers)
