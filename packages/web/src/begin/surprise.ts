/** One of the systems, those not sat yet first. `chance` is from 0 up to 1. */
export const surprise = (
  systems: readonly { readonly slug: string }[],
  sat: readonly { readonly system: string }[],
  chance: number,
): string | undefined => {
  const known = new Set(sat.map(({ system }) => system));
  const fresh = systems.filter(({ slug }) => !known.has(slug));
  const pool = fresh.length > 0 ? fresh : systems;
  return pool[Math.floor(chance * pool.length)]?.slug;
};
