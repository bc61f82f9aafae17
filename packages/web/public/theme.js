// Runs before the first paint, so that a remembered theme never flashes the other one. `src/base/theme.ts` writes what
// is read here. A file of its own because the content security policy allows no inline script.
try {
  const chosen = localStorage.getItem('dryrun.theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
} catch {
  // Storage is closed to this page: the system's theme it is.
}
