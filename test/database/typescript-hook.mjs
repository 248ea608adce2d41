import { registerHooks } from 'node:module';

// A child process of a test runs sources as they are: Node strips the types, this finds `x.ts` for `x.js`.
registerHooks({
  resolve(specifier, context, next) {
    const isOwn = specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL?.endsWith('.ts');
    return next(isOwn ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});
