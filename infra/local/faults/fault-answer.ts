import type { Fault, ServiceCall } from './disturbance.ts'

export interface FaultAnswer {
  status: number
  contentType: string
  body: string
}

const json = (type: string, message: string, more: object = {}): FaultAnswer => ({
  status: 400,
  contentType: 'application/x-amz-json-1.0',
  body: JSON.stringify({ __type: type, message, ...more }),
})

const xml = (status: number, code: string): FaultAnswer => ({
  status,
  contentType: 'text/xml',
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>Rate exceeded</Message></Error><RequestId>local</RequestId></ErrorResponse>`,
})

const dynamodb = 'com.amazonaws.dynamodb.v20120810#'

/** As each service says that it is asked too much. */
const throttled: Record<NonNullable<ServiceCall['service']>, FaultAnswer> = {
  dynamodb: json(`${dynamodb}ProvisionedThroughputExceededException`, 'The level of throughput is exceeded.'),
  sqs: json('com.amazonaws.sqs#RequestThrottled', 'The request was denied due to request throttling.'),
  ses: xml(400, 'Throttling'),
  sns: xml(429, 'Throttled'),
}

function conflict({ operation }: ServiceCall, request: string): FaultAnswer {
  if (operation !== 'TransactWriteItems')
    return json(`${dynamodb}TransactionConflictException`, 'Transaction is ongoing for the item')
  const { TransactItems = [] } = JSON.parse(request) as { TransactItems?: unknown[] }
  const CancellationReasons = TransactItems.map((_, place) =>
    place === 0
      ? { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' }
      : { Code: 'None' },
  )
  const codes = CancellationReasons.map(({ Code }) => Code).join(', ')
  return json(
    `${dynamodb}TransactionCanceledException`,
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    { CancellationReasons },
  )
}

/** What the service would answer in the place of doing anything; undefined for a fault that comes after it was done. */
export function answerOfFault({ kind }: Fault, call: ServiceCall, request: string): FaultAnswer | undefined {
  if (kind === 'throttle') return throttled[call.service ?? 'dynamodb']
  return kind === 'conflict' ? conflict(call, request) : undefined
}
