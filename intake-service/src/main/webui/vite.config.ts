import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// One port for all in production; in development the gateway answers what is not the app itself.
const gateway = process.env.MOTCUA_URL ?? 'http://localhost:8080';

export default defineConfig({
  base: '/desk/',
  resolve: {
    alias: { '@platform': here('../../../../deploy/platform/src/main/resources') },
  },
  build: {
    outDir: process.env.DESK_OUT ?? 'dist',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: {
    port: 5173,
    fs: { allow: [here('.'), here('../../../../deploy/platform/src/main/resources')] },
    proxy: { '/api': gateway, '/auth': gateway },
  },
  test: {
    environment: 'happy-dom',
    include: ['test/**/*.test.{ts,tsx}'],
    maxWorkers: 1,
    // bin/check runs them beside the tests of the services
    testTimeout: 20_000,
    setupFiles: ['test/setup.ts'],
  },
});
