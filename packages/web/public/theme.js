// Runs before the first paint, so that a remembered theme never flashes the other one and text never grows under one's
// eyes. `src/base/theme.ts` and `src/base/text-size.ts` write what is read here. A file of its own because the content
// security policy allows no inline script.
try {
  const chosen = localStorage.getItem('dryrun.theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
  const text = localStorage.getItem('dryrun.text');
  if (text === 'large' || text === 'larger') document.documentElement.dataset.text = text;
} catch {
  // Storage is closed to this page: the system's theme it is.
}
