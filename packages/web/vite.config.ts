import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

/** Everything is a file of this origin: the server's policy is `default-src 'self'`, which forbids inline and data URLs. */
export default defineConfig(({ command }) => {
  // What is built is what people get, also when a test runner with an environment of its own starts the build.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    root: import.meta.dirname,
    base: '/',
    logLevel: 'warn',
    plugins: [react(), tailwindcss(), preloadFonts()],
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { treeshake: { moduleSideEffects: isOurPage } },
    },
    server: { proxy: { '/api': 'http://127.0.0.1:4310', '/openapi.json': 'http://127.0.0.1:4310' } },
  };
});

/** Our pure packages do nothing by being loaded: the page takes `foldView` and leaves the interviewer where it is. */
const isOurPage = (id: string) => !/\/packages\/(?!web\/)|\/node_modules\/zod\//.test(id);

/** Fonts are asked for with the page, not after its styles: text is set once and never moves. */
function preloadFonts(): Plugin {
  return {
    name: 'preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => file.endsWith('.woff2'))
          .map((file) => ({
            tag: 'link',
            injectTo: 'head',
            attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: true },
          })),
    },
  };
}
