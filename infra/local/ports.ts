/** Ports run upward from one base, so that several copies can run side by side. */
export interface Ports {
  portal: number
  api: number
  mail: number
  status: number
  identity: number
  dynamodb: number
  stores: number
  worker: number
  secrets: number
  control: number
}

export function ports(base: number): Ports {
  return {
    portal: base,
    api: base + 1,
    mail: base + 2,
    status: base + 3,
    identity: base + 4,
    dynamodb: base + 5,
    stores: base + 6,
    worker: base + 7,
    secrets: base + 8,
    control: base + 9,
  }
}

/** Addresses that people and tokens see; `localhost` because browsers trust it with Secure cookies. */
export function publicAddresses(at: Ports) {
  return {
    portal: `http://localhost:${at.portal}`,
    api: `http://localhost:${at.api}`,
    mail: `http://localhost:${at.mail}`,
    status: `http://localhost:${at.status}`,
    issuer: `http://localhost:${at.identity}`,
  }
}

/** Addresses between processes; an IP, so that no resolver is asked and S3 clients use path style. */
export function loopback(port: number): string {
  return `http://127.0.0.1:${port}`
}
