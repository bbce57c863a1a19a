import { Logger } from '@aws-lambda-powertools/logger'

/** Structured lines, one per request or message; nothing that a person wrote goes in. */
export const log = new Logger({ serviceName: process.env.AWS_LAMBDA_FUNCTION_NAME ?? 'evenkeel' })
