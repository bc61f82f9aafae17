import type { ReactNode } from 'react';
import { PLAIN } from './button.ts';
import { PlainPage } from './plain-page.tsx';

type Props = { readonly title?: string; readonly children?: ReactNode };

/** An address at which there is nothing, or nothing any more. */
export const Nowhere = ({
  title = 'There is no page here',
  children = 'The address may have been shortened or mistyped. All there is begins on the first page.',
}: Props) => (
  <PlainPage title={title}>
    <p className="mt-4 max-w-measure text-pretty font-serif text-large">{children}</p>
    <a href="/" className={`mt-8 ${PLAIN}`}>
      To the first page
    </a>
  </PlainPage>
);
