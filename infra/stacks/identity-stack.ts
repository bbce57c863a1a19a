import { Aws, CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnUserPoolGroup,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito'
import type { Construct } from 'constructs'
import { acknowledge } from '../constructs/acknowledge.ts'
import type { Issuer } from '../stages.ts'
import { StageStack, type StageStackProps } from './stage-stack.ts'

/** Groups of the pool for whoever keeps people in order there. Nothing reads them: rights live in the table. */
const roles = ['requester', 'agent', 'lead', 'incident_manager', 'auditor', 'administrator']

/** Who people are: a user pool of one's own, for companies without an OpenID provider. */
export class IdentityStack extends StageStack {
  readonly pool: UserPool
  readonly client: UserPoolClient

  constructor(scope: Construct, props: StageStackProps) {
    super(scope, 'identity', {
      ...props,
      description: 'the user pool, its client, and groups, which give no rights.',
    })
    this.pool = new UserPool(this, 'People', {
      userPoolName: this.prefix,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      standardAttributes: { email: { required: true, mutable: true } },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    acknowledge(this.pool, {
      COG2: 'A second factor is each company’s choice: requesters report from a borrowed phone, and most sign in through their own provider, which asks for one.',
      COG8: 'Threat protection needs the Plus plan, paid per person and month; a company that wants it turns it on.',
    })
    this.client = this.pool.addClient('Portal', {
      userPoolClientName: 'evenkeel-portal',
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`${this.settings.portalUrl}/auth/callback`],
        logoutUrls: [`${this.settings.portalUrl}/auth/signed-out`],
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(30),
    })
    this.pool.addDomain('SignIn', {
      cognitoDomain: { domainPrefix: `${this.prefix}-${Aws.ACCOUNT_ID}` },
    })
    for (const groupName of roles) {
      new CfnUserPoolGroup(this, `Group-${groupName}`, { userPoolId: this.pool.userPoolId, groupName })
    }
    new CfnOutput(this, 'UserPoolId', { value: this.pool.userPoolId })
    new CfnOutput(this, 'ClientId', { value: this.client.userPoolClientId })
  }

  /** The pool as an issuer of tokens. */
  get issuer(): Issuer {
    const issuer = `https://cognito-idp.${this.region}.amazonaws.com/${this.pool.userPoolId}`
    return { issuer, jwksUri: `${issuer}/.well-known/jwks.json`, clientId: this.client.userPoolClientId }
  }
}
