import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { givingUpInTime, type Limits } from '../mail/limits.ts'
import { sendKeyHeader } from '../mail/send-key.ts'

export type TextMessage = { to: string; text: string; sendKey: string }
export type Texter = { send(message: TextMessage): Promise<void> }

/** Hands text messages to SNS. The send key travels as an attribute; phones do not see it. */
export function openTexter(limits?: Limits): Texter {
  const sns = new SNSClient(givingUpInTime(limits))
  const attribute = (value: string) => ({ DataType: 'String', StringValue: value })
  return {
    async send({ to, text, sendKey }) {
      await sns.send(
        new PublishCommand({
          PhoneNumber: to,
          Message: text,
          MessageAttributes: {
            'AWS.SNS.SMS.SMSType': attribute('Transactional'),
            [sendKeyHeader]: attribute(sendKey),
          },
        }),
      )
    },
  }
}

/** How SNS says that a number is none, or wants nothing from us. The rest may be a setting or a bad moment. */
const ofTheNumber = [
  'InvalidParameter',
  'InvalidParameterException',
  'InvalidParameterValue',
  'InvalidParameterValueException',
  'ParameterValueInvalid',
  'OptedOut',
  'OptedOutException',
]

/** Whether a text message may leave on another try after this failure. */
export const fateOfText = (error: unknown): 'again' | 'never' =>
  error instanceof Error && ofTheNumber.includes(error.name) ? 'never' : 'again'
