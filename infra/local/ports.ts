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

export function portsFrom(base: number): Ports {
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
export function publicAddresses(ports: Ports) {
  return {
    portal: `http://localhost:${ports.portal}`,
    api: `http://localhost:${ports.api}`,
    mail: `http://localhost:${ports.mail}`,
    status: `http://localhost:${ports.status}`,
    issuer: `http://localhost:${ports.identity}`,
  }
}

/** Addresses between processes; an IP, so that no resolver is asked and S3 clients use path style. */
export function loopback(port: number): string {
  return `http://127.0.0.1:${port}`
}
