const PARTS = ['systems', 'interviews', 'formats', 'levels'];

export const HomeNav = () => (
  <nav aria-label="On this page" className="hidden sm:block">
    <ul className="flex flex-wrap gap-x-1 text-small">
      {PARTS.map((part) => (
        <li key={part}>
          <a
            href={`#${part}`}
            className="flex h-8 items-center rounded px-2 text-muted capitalize transition-colors hover:text-ink"
          >
            {part}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
