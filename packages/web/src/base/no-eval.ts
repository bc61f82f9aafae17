/** Our policy forbids to make code from texts. Whoever checks shapes would try all the same, and be reported. */
const name = '__zod_globalConfig';
const config: unknown = Reflect.get(globalThis, name) ?? {};
Reflect.set(globalThis, name, Object.assign(Object(config), { jitless: true }));

export {};
