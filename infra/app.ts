import { join, resolve } from 'node:path'
import { App, DefaultStackSynthesizer, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { bundlesFolder } from './bundle.ts'
import { DataStack } from './stacks/data-stack.ts'
import { EdgeStack } from './stacks/edge-stack.ts'
import { IdentityStack } from './stacks/identity-stack.ts'
import { MailInStack } from './stacks/mail-in-stack.ts'
import { MailStack } from './stacks/mail-stack.ts'
import { OpsStack } from './stacks/ops-stack.ts'
import { PortalStack } from './stacks/portal-stack.ts'
import { ServiceStack } from './stacks/service-stack.ts'
import { StatusStack } from './stacks/status-stack.ts'
import { isStageName, type StageName, settingsOf } from './stages.ts'

const root = resolve(import.meta.dirname, '..')

export interface BuildOptions {
  /** Where the assembly goes; for the local stage `build/cdk.local`, else `cdk.out`. */
  outdir?: string
  /** Where the bundles of the functions lie; `build/functions`. */
  bundles?: string
  /** Where OpenNext's build of the portal lies; `portal/.open-next`. */
  portalOutput?: string
  /** Only for the local stage: its base port, 3000. */
  port?: number
}

/**
 * The whole system of one stage. `synth()` on the answer throws when cdk-nag finds something that nobody acknowledged
 * with a reason. Reads only bundles and settings: no network, no account.
 */
export function buildApp(stage: StageName, options: BuildOptions = {}): App {
  const settings = settingsOf(stage, { port: options.port })
  const app = new App({
    outdir:
      options.outdir ??
      process.env.CDK_OUTDIR ??
      join(root, stage === 'local' ? 'build/cdk.local' : 'cdk.out'),
    analyticsReporting: false,
    // Keeps the templates free of a parameter and a rule that some emulators cannot read.
    defaultStackSynthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
    treeMetadata: false,
    context: {
      '@aws-cdk/core:enablePartitionLiterals': true,
      '@aws-cdk/core:target-partitions': ['aws'],
      '@aws-cdk/core:explicitStackTags': true,
      '@aws-cdk/aws-iam:minimizePolicies': true,
    },
  })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))

  const common = { settings, bundles: options.bundles ?? bundlesFolder }
  const data = new DataStack(app, common)
  const identity = new IdentityStack(app, common)
  const mail = new MailStack(app, common)
  const service = new ServiceStack(app, { ...common, data, identity, mail })
  if (stage === 'local') return app

  new MailInStack(app, { ...common, data, service })
  new StatusStack(app, common)
  const edge = new EdgeStack(app, common)
  const portalOutput = options.portalOutput ?? join(root, 'portal/.open-next')
  new PortalStack(app, { ...common, service, edge, portalOutput })
  new OpsStack(app, { ...common, data, service })
  return app
}

/** The stage named on the command line, or by `cdk -c stage=`, or the local one. */
function requestedStage(): StageName {
  const context = JSON.parse(process.env.CDK_CONTEXT_JSON ?? '{}') as { stage?: string }
  const name = process.argv[2] ?? context.stage ?? 'local'
  if (!isStageName(name)) throw new Error(`There is no stage called ${name}: local, dev or prod.`)
  return name
}

if (import.meta.main) buildApp(requestedStage()).synth()
