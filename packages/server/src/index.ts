export { createApi } from './api.ts';
export type { ApiParts } from './api.ts';
export { main } from './main.ts';
export { serve } from './serve.ts';
export type { Serving } from './serve.ts';
