import { Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { StageSettings } from '../stages.ts'

export interface StageStackProps {
  settings: StageSettings
  /** Where the bundles of the functions lie. */
  bundles: string
}

/** One part of one stage, called `evenkeel-<stage>-<part>`; names of things inside it start with `prefix`. */
export class StageStack extends Stack {
  readonly settings: StageSettings
  readonly bundles: string
  readonly prefix: string

  constructor(
    scope: Construct,
    part: string,
    props: StageStackProps & { description: string; region?: string; crossRegionReferences?: boolean },
  ) {
    const { settings, description, crossRegionReferences } = props
    const prefix = `evenkeel-${settings.name}`
    super(scope, `${prefix}-${part}`, {
      description: `Evenkeel ${settings.name}: ${description}`,
      env: { region: props.region ?? settings.region },
      crossRegionReferences,
      tags: { 'evenkeel:stage': settings.name },
    })
    this.settings = settings
    this.bundles = props.bundles
    this.prefix = prefix
  }
}

/** @throws Error when a construct of Evenkeel stands outside a stack of a stage. */
export function stageStackOf(scope: Construct): StageStack {
  const stack = Stack.of(scope)
  if (stack instanceof StageStack) return stack
  throw new Error(`${scope.node.path} must stand in a StageStack.`)
}
