import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const api = process.env.API_URL ?? 'http://localhost:5080'

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  build: {
    outDir: '../src/Api/wwwroot',
    emptyOutDir: true,
  },
  server: {
    port: 5173,
    proxy: { '/api': api, '/openapi': api },
  },
  test: {
    include: ['src/**/*.test.ts'],
    env: { TZ: 'UTC' },
  },
})
