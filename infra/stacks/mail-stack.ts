import { CfnOutput } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { MailChannel } from '../constructs/mail-channel.ts'
import { StageStack, type StageStackProps } from './stage-stack.ts'

/** How mail leaves, and how the system hears what became of it. */
export class MailStack extends StageStack {
  readonly channel: MailChannel

  constructor(scope: Construct, props: StageStackProps) {
    super(scope, 'mail', {
      ...props,
      description: 'the sending domain, its events and the key of mailed links.',
    })
    this.channel = new MailChannel(this, 'Channel')
    new CfnOutput(this, 'MailFrom', { value: this.channel.from })
  }
}
