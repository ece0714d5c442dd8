import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const program = (folder: string, project: string) =>
  join(root, `${folder}/${project}/bin/Release/net10.0/AmoCrmQualification.${project}.dll`)

/** The addresses of a service and its simulated amoCRM. */
export interface Addresses {
  api: string
  sandbox: string
}

export const demo: Addresses = { api: 'http://localhost:5180', sandbox: 'http://localhost:5181' }
/** A service without any user. */
export const fresh: Addresses = { api: 'http://localhost:5182', sandbox: 'http://localhost:5183' }

/** Of the simulated mail server. */
const smtpPort = ({ sandbox }: Addresses) => String(Number(new URL(sandbox).port) + 100)

/** The service as `./dev run --demo` starts it: real processes, its own PostgreSQL, the simulated amoCRM. */
export class Stack {
  readonly addresses: Addresses
  private readonly data = mkdtempSync(join(tmpdir(), 'amocrm-e2e-'))
  private readonly children: ChildProcess[] = []
  private readonly said: string[] = []

  private constructor(addresses: Addresses) {
    this.addresses = addresses
    chmodSync(this.data, 0o711) // PostgreSQL runs as another user
  }

  static async start(addresses: Addresses) {
    const stack = new Stack(addresses)
    try {
      for (const address of Object.values(addresses))
        if (await listens(address)) throw new Error(`${address} is in use by another program.`)
      stack.run(
        root,
        program('tools', 'Sandbox'),
        '--urls',
        addresses.sandbox,
        '--smtp',
        smtpPort(addresses),
        '--demo',
      )
      stack.run(join(root, 'src/Api'), program('src', 'Api'))
      await stack.until(() => listens(addresses.sandbox), 'the sandbox')
      await stack.until(async () => (await fetch(`${addresses.api}/health/ready`)).ok, 'the service')
      return stack
    } catch (error) {
      await stack.stop()
      throw error
    }
  }

  get adminKey() {
    return readFileSync(join(this.data, 'admin-key'), 'utf8').trim()
  }

  /** Seeds the demo's 90 days of data. */
  async seed() {
    const { api, sandbox } = this.addresses
    const key = join(this.data, 'admin-key')
    const seeder = this.run(
      root,
      program('tools', 'Sandbox'),
      'seed-demo',
      '--api',
      api,
      '--sandbox',
      sandbox,
      '--admin-key-file',
      key,
      '--elsewhere', // an option without a value goes last
    )
    const code = await new Promise<number | null>((resolve) => seeder.once('exit', resolve))
    if (code !== 0) throw new Error(`The demo data could not be made.\n${this.said.join('')}`)
  }

  async stop() {
    const ends = this.children
      .filter((child) => child.exitCode === null && child.signalCode === null)
      .map((child) => new Promise((resolve) => child.once('exit', resolve)))
    for (const child of this.children) child.kill('SIGTERM')
    await Promise.all(ends)
    rmSync(this.data, { recursive: true, force: true })
  }

  private run(cwd: string, ...command: string[]) {
    const child = spawn('dotnet', command, {
      cwd,
      env: {
        ...process.env,
        ASPNETCORE_URLS: this.addresses.api,
        AmoCrm__ApiBaseUrl: this.addresses.sandbox,
        Telegram__BotToken: '123456789:AAsandbox-token-0000000001',
        Telegram__ApiBaseUrl: this.addresses.sandbox,
        Smtp__Host: '127.0.0.1',
        Smtp__Port: smtpPort(this.addresses),
        Smtp__From: 'Demo <demo@agency.example>',
        Smtp__Security: 'none',
        Storage__DataDirectory: this.data,
        ConnectionStrings__Postgres: '',
      },
    })
    const hear = (chunk: Buffer) => this.said.push(chunk.toString())
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    this.children.push(child)
    return child
  }

  private async until(condition: () => Promise<boolean>, what: string) {
    const end = Date.now() + 120_000
    while (Date.now() < end) {
      if (this.children.some((child) => child.exitCode !== null)) break
      if (await condition().catch(() => false)) return
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    throw new Error(`${what} did not start.\n${this.said.join('')}`)
  }
}

function listens(address: string) {
  const { hostname, port } = new URL(address)
  return new Promise<boolean>((resolve) => {
    const socket = connect(Number(port), hostname)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/** Facts about the running services, in a file, as tests run in their own processes. */
const notes = fileURLToPath(new URL('../test-results/stack.json', import.meta.url))

export interface Notes {
  demoKey: string
  freshKey: string
  account: string
}

export const keepNotes = (known: Notes) => writeFileSync(notes, JSON.stringify(known))
export const readNotes = () => {
  if (!existsSync(notes)) throw new Error('The services were not started by the global set-up.')
  return JSON.parse(readFileSync(notes, 'utf8')) as Notes
}
