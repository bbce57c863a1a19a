// Plain JavaScript without dependencies: it runs on the Node 20 that many machines have, before anything is installed.
import { execFile, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { arch, platform } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(fileURLToPath(import.meta.url), '../..')
const stampFile = join(root, 'node_modules/.evenkeel-setup')
const jarFolder = 'infra/local/dynamodb'

class Missing extends Error {}

const say = (text) => process.stderr.write(`${text}\n`)

const read = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

const lockHash = (folder) =>
  createHash('sha256')
    .update(read(join(root, folder, 'package-lock.json')) ?? '')
    .digest('hex')

const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const onPath = (name, first = []) =>
  [...first, ...(process.env.PATH ?? '').split(delimiter)]
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isExecutable)

const output = (file, args) =>
  new Promise((resolve) =>
    execFile(file, args, { timeout: 20_000 }, (_error, stdout, stderr) => resolve(`${stdout}${stderr}`)),
  )

/** Whether what npm says it installed is what the lock asks for, so that an `npm ci` by hand is not repeated. */
const isInstalled = (folder) => {
  const wanted = JSON.parse(read(join(root, folder, 'package-lock.json')) ?? '{}').packages ?? {}
  const found = JSON.parse(read(join(root, folder, 'node_modules/.package-lock.json')) ?? '{}').packages ?? {}
  return Object.entries(wanted).every(
    ([place, item]) =>
      place === '' || (found[place] ? found[place].integrity === item.integrity : item.optional === true),
  )
}

const install = (folder, what) => {
  say(`Installing ${what} …`)
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: join(root, folder),
    stdio: ['ignore', 2, 2],
  })
  if (npm.status !== 0)
    throw new Missing(`Could not install ${what}: \`npm ci\` in ${join(root, folder)} failed.`)
}

const checkMachine = () => {
  if (!['linux', 'darwin'].includes(platform()))
    throw new Missing(
      'Evenkeel runs on Linux and macOS. On Windows, use WSL (wsl --install) and start it there.',
    )
  if (!['x64', 'arm64'].includes(arch()))
    throw new Missing(`Evenkeel needs an x64 or arm64 processor; this one is ${arch()}.`)
}

const checkNode = async () => {
  const local = join(root, 'node_modules/.bin/node')
  if (isExecutable(local)) return
  const found = await output(onPath('node') ?? process.execPath, ['--version'])
  if (Number(/^v(\d+)/.exec(found)?.[1] ?? 0) < 24)
    throw new Missing(`Evenkeel needs Node 24, and this is ${found.trim()}. Get it from https://nodejs.org.`)
}

/** DynamoDB Local runs on Java 17 or newer. */
const checkJava = async (known) => {
  const java = onPath('java', process.env.JAVA_HOME ? [join(process.env.JAVA_HOME, 'bin')] : [])
  if (java && java === known) return java
  const version = java ? await output(java, ['-version']) : ''
  if (Number(/version "(\d+)/.exec(version)?.[1] ?? 0) >= 17) return java
  const how =
    platform() === 'darwin' ? '`brew install openjdk@21`' : '`sudo apt-get install openjdk-17-jre-headless`'
  throw new Missing(
    `Evenkeel needs Java 17 or newer for its local DynamoDB, and ${java ? 'this Java is older' : 'there is none'}. Get it with ${how}.`,
  )
}

const checkPython = async (known) => {
  const python = onPath('python3')
  if (python && python === known) return python
  if (python && /Python 3/.test(await output(python, ['--version']))) return python
  const how = platform() === 'darwin' ? '`brew install python`' : '`sudo apt-get install python3`'
  throw new Missing(
    `Evenkeel's tests need Python 3 as an independent calendar, and there is none. Get it with ${how}.`,
  )
}

const findBrowser = () =>
  [
    process.env.CHROMIUM,
    ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => onPath(name)),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ].find((file) => file && isExecutable(file))

/** A Chromium for the browser tests; on Debian, root gets it installed. */
const ensureBrowser = (known) => {
  if (known && isExecutable(known)) return known
  const found = findBrowser()
  if (found) return found
  if (platform() === 'linux' && process.getuid?.() === 0 && onPath('apt-get')) {
    say('Installing Chromium for the browser tests …')
    const run = (...args) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 2, 2],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    run('update', '-qq')
    run(
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      'chromium',
      'fonts-dejavu-core',
      'fonts-noto-color-emoji',
    )
    const installed = findBrowser()
    if (installed) return installed
  }
  const how = platform() === 'darwin' ? '`brew install --cask chromium`' : '`sudo apt-get install chromium`'
  throw new Missing(
    `The browser tests need Chromium or Google Chrome. Get it with ${how}, or name one in CHROMIUM.`,
  )
}

const setUp = async () => {
  checkMachine()
  const stamp = JSON.parse(read(stampFile) ?? '{}')
  const [java, python] = await Promise.all([checkJava(stamp.java), checkPython(stamp.python)])
  const lock = lockHash('.')
  if (stamp.lock !== lock && !isInstalled('.')) install('.', 'the packages of package-lock.json')
  const jar = lockHash(jarFolder)
  if ((stamp.jar !== jar || !existsSync(join(root, jarFolder, 'node_modules'))) && !isInstalled(jarFolder))
    install(jarFolder, 'DynamoDB Local (about 65 MB)')
  await checkNode()
  const browser = process.argv.includes('--browser') ? ensureBrowser(stamp.browser) : stamp.browser
  const next = JSON.stringify({ lock, jar, java, python, browser })
  if (next !== JSON.stringify(stamp)) writeFileSync(stampFile, next)
}

try {
  await setUp()
} catch (error) {
  if (!(error instanceof Missing)) throw error
  say(error.message)
  process.exitCode = 1
}
