import { defineConfig } from 'vite';

/** Served by the gateway under /explorer/; nothing of the page is fetched from another host. */
export default defineConfig({
  base: '/explorer/',
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: {
      // Libraries mark their modules "use client" for frameworks that render on a server; here there is none.
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
    },
  },
});
