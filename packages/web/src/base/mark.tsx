import type { ReactNode } from 'react';

/** Words singled out in a text: underlined, so that no colour alone carries it. */
export const Mark = ({ children }: { readonly children: ReactNode }) => (
  <mark className="bg-transparent text-ink underline decoration-2 decoration-accent underline-offset-4">
    {children}
  </mark>
);
