import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'

const listRow = [
  'id',
  'title',
  'state',
  'holdReason',
  'priority',
  'requesterName',
  'teamId',
  'assigneeId',
  'createdAt',
  'updatedAt',
  'acknowledgedAt',
  'serviceId',
  'categoryId',
  'clock',
  'completeness',
  // Of alerts.
  'sourceId',
  'severity',
]

/** Sparse: an item is in an index while it carries both of its keys. An index's own keys come along unasked. */
const indexes = [
  { name: 'byRequester', partition: 'requesterKey', sort: 'createdAt', carries: listRow },
  { name: 'byTeam', partition: 'teamKey', sort: 'workOrder', carries: listRow },
  { name: 'byAssignee', partition: 'assigneeKey', sort: 'workOrder', carries: listRow },
  { name: 'byDue', partition: 'dueKey', sort: 'nextDueAt', carries: ['id', 'generation', 'dueKind'] },
]

/** The one table. Its stream has one reader, the relay. */
export class IncidentTable extends Construct {
  readonly table: Table
  readonly indexNames = indexes.map(({ name }) => name)

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType.NEW_IMAGE,
      timeToLiveAttribute: 'expiresAtEpoch',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    for (const { name, partition, sort, carries } of indexes) {
      this.table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: { name: partition, type: AttributeType.STRING },
        sortKey: { name: sort, type: AttributeType.STRING },
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: carries.filter((attribute) => attribute !== sort),
      })
    }
  }

  get streamArn(): string {
    if (!this.table.tableStreamArn) throw new Error('The table has no stream.')
    return this.table.tableStreamArn
  }

  /** The table and each of its indexes by name, so that no permission needs a wildcard. */
  get arns(): string[] {
    const { tableArn } = this.table
    return [tableArn, ...this.indexNames.map((name) => `${tableArn}/index/${name}`)]
  }
}
