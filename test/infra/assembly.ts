import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BuildOptions, buildApp } from '../../infra/app.ts'
import { findEntries, functionName } from '../../infra/bundle.ts'
import type { StageName } from '../../infra/stages.ts'

export interface Resource {
  Type: string
  Properties: Record<string, unknown>
  DeletionPolicy?: string
}

export interface SynthesizedStack {
  name: string
  part: string
  template: { Resources: Record<string, Resource>; Outputs?: Record<string, unknown> }
}

/** Stands in for the bundles, so that the shape of the system is tested without building it. */
export function placeholderBundles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-bundles-'))
  for (const entry of findEntries()) {
    mkdirSync(join(folder, functionName(entry)))
    writeFileSync(join(folder, functionName(entry), 'index.mjs'), `export const handler = '${entry}'\n`)
  }
  return folder
}

export function synthesize(stage: StageName, options: BuildOptions = {}): SynthesizedStack[] {
  const outdir = mkdtempSync(join(tmpdir(), 'evenkeel-assembly-'))
  const bundles = placeholderBundles()
  try {
    const assembly = buildApp(stage, { outdir, bundles, ...options }).synth()
    return assembly.stacks.map(({ stackName, template }) => ({
      name: stackName,
      part: stackName.replace(`evenkeel-${stage}-`, ''),
      template,
    }))
  } finally {
    for (const folder of [outdir, bundles]) rmSync(folder, { recursive: true })
  }
}

export function resourcesOf(stacks: SynthesizedStack[], type: string): (Resource & { id: string })[] {
  return stacks.flatMap(({ template }) =>
    Object.entries(template.Resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]) => ({ id, ...resource })),
  )
}

/** The text behind `Fn::Join`, with `<logical id>` in place of each reference. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  const [[name, argument]] = Object.entries(value as Record<string, unknown>) as [[string, unknown]]
  if (name === 'Fn::Join') return ((argument as [string, unknown[]])[1] ?? []).map(textOf).join('')
  if (name === 'Fn::GetAtt') return `<${(argument as string[])[0]}>`
  return `<${String(argument)}>`
}

/** What the function of this name finds in its environment. */
export function variablesOf(stacks: SynthesizedStack[], functionName: string): Record<string, unknown> {
  const found = resourcesOf(stacks, 'AWS::Lambda::Function').find(
    ({ Properties }) => Properties.FunctionName === functionName,
  )
  if (!found) throw new Error(`There is no function ${functionName}.`)
  return (found.Properties.Environment as { Variables: Record<string, unknown> }).Variables
}

/** The only resource of a type. */
export function theOnly(stacks: SynthesizedStack[], type: string): Resource & { id: string } {
  const [found, ...others] = resourcesOf(stacks, type)
  if (!found || others.length > 0) throw new Error(`There is not exactly one ${type}.`)
  return found
}
