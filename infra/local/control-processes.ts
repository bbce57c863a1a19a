import type { ControlOptions, Operations } from './control.ts'
import { ControlRefusal } from './control-answer.ts'

export function processOperations({ supervisor }: ControlOptions): Operations {
  const list = () =>
    [...supervisor.children.values()].map(({ name, state, pid, restarts }) => ({
      name,
      state,
      pid,
      restarts,
    }))
  return {
    'GET /processes': () => ({ status: 200, body: { items: list() } }),
    'POST /processes': async ({ segments: [name = '', action] }) => {
      const child = supervisor.children.get(name)
      if (!child) throw new ControlRefusal(404, `There is no process "${name}".`)
      if (action === 'start') await child.start()
      else if (action === 'stop') await child.stop()
      else if (action === 'kill') {
        if (child.pid === undefined)
          throw new ControlRefusal(409, `${name} does not run, so it cannot be killed.`)
        await child.kill()
      } else throw new ControlRefusal(404, 'A process can be asked to kill, stop or start.')
      return { status: 200, body: { name, state: child.state } }
    },
  }
}
