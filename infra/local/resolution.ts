import { attributeOf, type LocalNames, referenceTo } from './physical-names.ts'
import type { Assembly, Json, JsonObject, Resource, Stack } from './template.ts'

/** Something in a template that the local run cannot stand in for; it stops the start, by name. */
export class UnknownInTemplate extends Error {}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Turns the intrinsic functions of the templates into the values they have on this machine. */
export class Resolution {
  readonly #assembly: Assembly
  readonly #names: LocalNames
  readonly #exports = new Map<string, { stack: Stack; value: Json }>()

  constructor(assembly: Assembly, names: LocalNames) {
    this.#assembly = assembly
    this.#names = names
    for (const stack of assembly.stacks.values()) {
      for (const output of Object.values(stack.outputs)) {
        if (!isObject(output) || !isObject(output.Export)) continue
        const name = String(this.#in(stack, output.Export.Name ?? ''))
        this.#exports.set(name, { stack, value: output.Value ?? null })
      }
    }
  }

  /** The properties of a resource, with every intrinsic function answered. */
  properties(resource: Resource): JsonObject {
    return this.#in(this.#stack(resource.stack), resource.properties) as JsonObject
  }

  value(stackName: string, expression: Json): Json {
    return this.#in(this.#stack(stackName), expression)
  }

  #stack(name: string): Stack {
    const stack = this.#assembly.stacks.get(name)
    if (!stack) throw new UnknownInTemplate(`No stack is named "${name}"`)
    return stack
  }

  #in(stack: Stack, expression: Json): Json {
    if (Array.isArray(expression)) {
      return expression.map((item) => this.#in(stack, item)).filter((item) => item !== NO_VALUE)
    }
    if (!isObject(expression)) return expression
    const [key, ...others] = Object.keys(expression)
    if (key !== undefined && others.length === 0 && (key === 'Ref' || key.startsWith('Fn::'))) {
      return this.#intrinsic(stack, key, expression[key] as Json)
    }
    const entries = Object.entries(expression).map(([name, value]) => [name, this.#in(stack, value)] as const)
    return Object.fromEntries(entries.filter(([, value]) => value !== NO_VALUE))
  }

  #intrinsic(stack: Stack, name: string, argument: Json): Json {
    switch (name) {
      case 'Ref':
        return this.#ref(stack, String(argument))
      case 'Fn::GetAtt': {
        const [logicalId, attribute] = Array.isArray(argument)
          ? [String(argument[0]), argument.slice(1).map(String).join('.')]
          : split(String(argument))
        return this.#attribute(stack, logicalId, attribute)
      }
      case 'Fn::Join': {
        const [separator, list] = this.#in(stack, argument) as [string, Json[]]
        return list.join(separator)
      }
      case 'Fn::Sub':
        return this.#substitute(stack, argument)
      case 'Fn::ImportValue': {
        const exported = this.#exports.get(String(this.#in(stack, argument)))
        if (!exported)
          throw new UnknownInTemplate(
            `${stack.name} imports ${JSON.stringify(argument)}, which no stack exports`,
          )
        return this.#in(exported.stack, exported.value)
      }
      case 'Fn::GetStackOutput':
        return this.#stackOutput(stack, argument)
      case 'Fn::Select': {
        const [index, list] = this.#in(stack, argument) as [number | string, Json[]]
        return list[Number(index)] ?? null
      }
      case 'Fn::Split': {
        const [separator, text] = this.#in(stack, argument) as [string, string]
        return text.split(separator)
      }
      case 'Fn::If': {
        const [condition, yes, no] = argument as [string, Json, Json]
        return this.#in(stack, this.#condition(stack, stack.conditions[condition] ?? false) ? yes : no)
      }
      case 'Fn::GetAZs':
        return [`${this.#names.region}a`]
      case 'Fn::Base64':
        return Buffer.from(String(this.#in(stack, argument))).toString('base64')
      case 'Fn::FindInMap': {
        const [map, first, second] = this.#in(stack, argument) as [string, string, string]
        const top = stack.mappings[map]
        const row = isObject(top) ? top[first] : undefined
        return (isObject(row) ? row[second] : undefined) ?? null
      }
      default:
        throw new UnknownInTemplate(`${stack.name} uses ${name}, which the local run does not know`)
    }
  }

  #ref(stack: Stack, id: string): Json {
    const pseudo = this.#pseudo(stack, id)
    if (pseudo !== undefined) return pseudo
    const parameter = stack.parameters[id]
    if (isObject(parameter)) return parameter.Default ?? ''
    return referenceTo(this.#resource(stack, id), this.#nameOf(stack, id), this.#names)
  }

  #attribute(stack: Stack, id: string, attribute: string): Json {
    return attributeOf(this.#resource(stack, id), attribute, this.#nameOf(stack, id), this.#names)
  }

  #resource(stack: Stack, id: string): Resource {
    const resource = stack.resources.get(id)
    if (!resource) throw new UnknownInTemplate(`${stack.name} refers to ${id}, which is not there`)
    return resource
  }

  /** Resolves the property that names a resource, if there is one. */
  #nameOf(stack: Stack, id: string) {
    const { properties } = this.#resource(stack, id)
    return (property: string): string | undefined => {
      const value = properties[property]
      return value === undefined ? undefined : String(this.#in(stack, value))
    }
  }

  #pseudo(stack: Stack, id: string): Json | undefined | typeof NO_VALUE {
    const { account, region } = this.#names
    const values: Record<string, Json> = {
      'AWS::AccountId': account,
      'AWS::Region': region,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::StackName': stack.name,
      'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/${stack.name}/local`,
      'AWS::NoValue': NO_VALUE,
      'AWS::NotificationARNs': [],
    }
    return values[id]
  }

  #substitute(stack: Stack, argument: Json): string {
    const [text, variables] = Array.isArray(argument)
      ? (argument as [string, JsonObject])
      : [String(argument), {}]
    return text.replace(/\$\{(!?)([^}]+)\}/g, (_all, literal: string, name: string) => {
      if (literal) return `\${${name}}`
      const variable = variables[name]
      if (variable !== undefined) return String(this.#in(stack, variable))
      return String(name.includes('.') ? this.#attribute(stack, ...split(name)) : this.#ref(stack, name))
    })
  }

  /** The newer way of the CDK to refer across stacks without exports. */
  #stackOutput(stack: Stack, argument: Json): Json {
    const { StackName, OutputName } = this.#in(stack, argument) as { StackName: string; OutputName: string }
    const other = this.#stack(StackName)
    const output = other.outputs[OutputName]
    if (!isObject(output)) throw new UnknownInTemplate(`${StackName} has no output ${OutputName}`)
    return this.#in(other, output.Value ?? null)
  }

  #condition(stack: Stack, expression: Json): boolean {
    if (typeof expression === 'boolean' || !isObject(expression)) return expression === true
    const [key] = Object.keys(expression)
    const argument = expression[key ?? '']
    const all = Array.isArray(argument) ? argument : []
    if (key === 'Condition') return this.#condition(stack, stack.conditions[String(argument)] ?? false)
    if (key === 'Fn::Not') return !this.#condition(stack, all[0] ?? false)
    if (key === 'Fn::And') return all.every((item) => this.#condition(stack, item))
    if (key === 'Fn::Or') return all.some((item) => this.#condition(stack, item))
    if (key === 'Fn::Equals') return this.#in(stack, all[0] ?? null) === this.#in(stack, all[1] ?? null)
    throw new UnknownInTemplate(
      `${stack.name} has a condition with ${key}, which the local run does not know`,
    )
  }
}

/** A marker that no template can hold, for what `AWS::NoValue` removes. */
const NO_VALUE = '\u0000no value'

function split(reference: string): [string, string] {
  const dot = reference.indexOf('.')
  return [reference.slice(0, dot), reference.slice(dot + 1)]
}
