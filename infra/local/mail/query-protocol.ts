import type { ServerResponse } from 'node:http'

/** An answer of SES or SNS to something that it does not take. */
export class Rejection extends Error {
  readonly code: string
  readonly status: number
  constructor(code: string, message: string, status = 400) {
    super(message)
    this.code = code
    this.status = status
  }
}

const escapeXml = (text: string) =>
  text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`).replace(/[^\x20-\x7e]/g, ' ')

const answerXml = (response: ServerResponse, status: number, xml: string) => {
  response.writeHead(status, { 'content-type': 'text/xml' })
  response.end(xml)
}

/** Answers a call of the Query protocol with the id that `call` gives, or with its Rejection. */
export const answerQuery = async (
  response: ServerResponse,
  { action, namespace }: { action: string; namespace: string },
  call: () => Promise<string>,
) => {
  const about = `xmlns="${namespace}"`
  try {
    const id = await call()
    answerXml(
      response,
      200,
      `<${action}Response ${about}><${action}Result><MessageId>${id}</MessageId></${action}Result><ResponseMetadata><RequestId>local</RequestId></ResponseMetadata></${action}Response>`,
    )
  } catch (error) {
    if (!(error instanceof Rejection)) throw error
    answerXml(
      response,
      error.status,
      `<ErrorResponse ${about}><Error><Type>Sender</Type><Code>${error.code}</Code><Message>${escapeXml(error.message)}</Message></Error><RequestId>local</RequestId></ErrorResponse>`,
    )
  }
}
