import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

export interface Resource {
  stack: string
  logicalId: string
  type: string
  properties: JsonObject
}

export interface Stack {
  name: string
  resources: Map<string, Resource>
  parameters: JsonObject
  conditions: JsonObject
  mappings: JsonObject
  outputs: JsonObject
  /** Object key in the asset bucket to the folder or file of the assembly. */
  assets: Map<string, string>
}

export interface Assembly {
  stacks: Map<string, Stack>
}

interface Artifact {
  type: string
  properties?: { templateFile?: string; stackName?: string; directoryName?: string }
}

interface AssetsFile {
  files?: Record<string, { source: { path: string }; destinations: Record<string, { objectKey: string }> }>
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T
}

function assetsOf(folder: string, artifactId: string): Map<string, string> {
  const file = join(folder, `${artifactId}.assets.json`)
  const assets = new Map<string, string>()
  if (!existsSync(file)) return assets
  for (const asset of Object.values(readJson<AssetsFile>(file).files ?? {})) {
    for (const { objectKey } of Object.values(asset.destinations)) {
      assets.set(objectKey, join(folder, asset.source.path))
    }
  }
  return assets
}

interface Template {
  Resources?: Record<string, { Type: string; Properties?: JsonObject; Condition?: string }>
  Parameters?: JsonObject
  Conditions?: JsonObject
  Mappings?: JsonObject
  Outputs?: JsonObject
}

function readStack(folder: string, artifactId: string, artifact: Artifact): Stack {
  const template = readJson<Template>(join(folder, artifact.properties?.templateFile ?? ''))
  const name = artifact.properties?.stackName ?? artifactId
  const resources = new Map<string, Resource>()
  for (const [logicalId, { Type, Properties }] of Object.entries(template.Resources ?? {})) {
    resources.set(logicalId, { stack: name, logicalId, type: Type, properties: Properties ?? {} })
  }
  return {
    name,
    resources,
    parameters: template.Parameters ?? {},
    conditions: template.Conditions ?? {},
    mappings: template.Mappings ?? {},
    outputs: template.Outputs ?? {},
    assets: assetsOf(folder, artifactId),
  }
}

/** Reads every stack of a synthesized cloud assembly, nested assemblies included. */
export function readAssembly(folder: string): Assembly {
  const stacks = new Map<string, Stack>()
  const { artifacts } = readJson<{ artifacts?: Record<string, Artifact> }>(join(folder, 'manifest.json'))
  for (const [id, artifact] of Object.entries(artifacts ?? {})) {
    if (artifact.type === 'aws:cloudformation:stack') {
      const stack = readStack(folder, id, artifact)
      stacks.set(stack.name, stack)
    } else if (artifact.type === 'cdk:cloud-assembly' && artifact.properties?.directoryName) {
      const nested = readAssembly(join(folder, artifact.properties.directoryName))
      for (const [name, stack] of nested.stacks) stacks.set(name, stack)
    }
  }
  return { stacks }
}
