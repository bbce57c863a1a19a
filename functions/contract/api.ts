import { httpFunction } from '../runtime/http.ts'
import { openServices } from '../runtime/services.ts'
import { getContract, getHealth } from './api/get-contract.ts'

export const operations = [getHealth, getContract]

/** Serves also what no noun has: its router says so in a problem document, which the gateway could not. */
export const handler = httpFunction(operations, openServices)
