import { Stack } from 'aws-cdk-lib'
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { CfnQueuePolicy, type IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'

const id = 'QueueTransport'

/**
 * One policy for the queues of a stack that nobody outside of the account fills: each is reached over TLS only. A queue
 * has one policy, so one that needs another, as a queue behind a topic does, says this in its own.
 */
export class QueueTransport extends Construct {
  private readonly policy: CfnQueuePolicy

  static of(scope: Construct): QueueTransport {
    const stack = Stack.of(scope)
    return (stack.node.tryFindChild(id) as QueueTransport | undefined) ?? new QueueTransport(stack, id)
  }

  private constructor(scope: Construct, name: string) {
    super(scope, name)
    this.policy = new CfnQueuePolicy(this, 'Policy', {
      queues: [],
      policyDocument: new PolicyDocument({
        statements: [
          new PolicyStatement({
            effect: Effect.DENY,
            principals: [new AnyPrincipal()],
            actions: ['sqs:*'],
            resources: ['*'],
            conditions: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ],
      }),
    })
  }

  secure(...queues: IQueue[]): void {
    this.policy.queues = [...this.policy.queues, ...queues.map(({ queueUrl }) => queueUrl)]
  }
}
