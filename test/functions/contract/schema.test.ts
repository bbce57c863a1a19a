import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { schemaOf, withReferences } from '../../../functions/contract/schema.ts'

const Name = z.object({ en: z.string() })
const Thing = z.object({ name: Name, retired: z._default(z.boolean(), false) })
const shapes = { Name, Thing, Unused: z.object({ nothing: z.string() }) }

describe('what several operations answer', () => {
  test('stands in the contract once, and in each of them by reference', () => {
    const list = schemaOf(z.object({ items: z.array(Thing) }), 'output')
    const { rest, schemas } = withReferences({ list }, shapes)
    expect(rest.list).toMatchObject({
      properties: { items: { items: { $ref: '#/components/schemas/Thing' } } },
    })
    expect(schemas.Thing).toMatchObject({ properties: { name: { $ref: '#/components/schemas/Name' } } })
  })

  test('is another schema as it is sent, and what nobody refers to is left out', () => {
    const { rest, schemas } = withReferences({ sent: schemaOf(Thing, 'input') }, shapes)
    expect(rest.sent).toEqual({ $ref: '#/components/schemas/ThingInput' })
    expect(Object.keys(schemas).sort()).toEqual(['NameInput', 'ThingInput'])
  })
})
