// `npm run dev`: the API restarts and the back office reloads when a file changes.
import { spawn } from 'node:child_process'

const port = process.env.PORT ?? '4000'
const children = [
  spawn('tsx', ['watch', '--clear-screen=false', 'api/server/main.ts'], { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'development' } }),
  spawn('vite', ['--config', 'admin/vite.config.ts', 'admin'], { stdio: 'inherit', env: { ...process.env, API_URL: `http://127.0.0.1:${port}` } }),
]
// Ctrl-C reaches the whole group: the children stop by themselves, this one waits for them.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => children.forEach((child) => child.kill('SIGTERM')))
for (const child of children) child.on('exit', (code) => { children.forEach((other) => other.kill('SIGTERM')); process.exitCode ??= code ?? 0 })
