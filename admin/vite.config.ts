import react from '@vitejs/plugin-react'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const api = process.env['API_URL'] ?? 'http://127.0.0.1:4000'

/** Beside each text its compressed forms: the API serves them as they are, and compresses nothing while people wait. */
const compressed: Plugin = {
  name: 'compressed', apply: 'build',
  // After everything is written: until then other plug-ins still change the texts.
  async writeBundle({ dir = '' }, bundle) {
    const names = Object.keys(bundle).filter((name) => /\.(js|css|svg|html)$/.test(name))
    await Promise.all(names.map(async (name) => {
      const source = await readFile(join(dir, name))
      if (source.length < 1024) return
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: source.length }
      await writeFile(join(dir, `${name}.br`), await promisify(brotliCompress)(source, { params }))
      await writeFile(join(dir, `${name}.gz`), await promisify(gzip)(source))
    }))
  },
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/admin/',
  plugins: [react(), compressed],
  // Apollo asks this at run time; said beforehand, what it does for developers only is left out.
  define: { 'globalThis.__DEV__': 'false' },
  build: {
    outDir: '../dist/admin', emptyOutDir: true, target: 'es2023', sourcemap: false, chunkSizeWarningLimit: 900, reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: [
      // What changes with every release is small; what does not stays in the browser.
      { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/ },
      { name: 'mui', test: /node_modules[\\/](@mui|@emotion|@popperjs|stylis)[\\/]/ },
      { name: 'editor', test: /node_modules[\\/](@tiptap|prosemirror-|ra-input-rich-text|linkifyjs|orderedmap|rope-sequence|w3c-keyname)/ },
    ] } } },
  },
  server: { port: 5173, proxy: { '/graphql': api, '/files': api, '/health': api } },
})
