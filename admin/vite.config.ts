import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = process.env['API_URL'] ?? 'http://127.0.0.1:4000'

export default defineConfig({
  root: import.meta.dirname,
  base: '/admin/',
  plugins: [react()],
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
