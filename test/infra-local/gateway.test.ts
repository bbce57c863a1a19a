import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createGateway } from '../../infra/local/gateway.ts'

const secret = '000123.abcdefghijklmnopqrstuvwxyz'
const routes = [{ routeKey: 'ANY /v1/surveys/{proxy+}', functionName: 'surveys-api', timeoutMs: 5000 }]
const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

async function started() {
  const lines: object[] = []
  const invoke = async () => ({ payload: { statusCode: 200, body: '{}' } })
  const gateway = createGateway({ routes, account: '000000000000', invoke, log: (line) => lines.push(line) })
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  closing.push(() => gateway.close())
  return { url: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`, lines }
}

test('the gateway logs the route, never the path, in which tokens of links stand', async () => {
  const { url, lines } = await started()
  for (const path of [`/v1/surveys/${secret}`, `/v1/other/${secret}`]) await (await fetch(url + path)).text()
  expect(lines).toMatchObject([
    { route: 'ANY /v1/surveys/{proxy+}', status: 200 },
    { route: undefined, status: 404 },
  ])
  expect(JSON.stringify(lines)).not.toContain(secret)
})
