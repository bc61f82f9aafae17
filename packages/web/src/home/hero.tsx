import type { ReactNode } from 'react';
import { Greeting } from './greeting.tsx';

type Props = { readonly search: ReactNode; readonly here: ReactNode };

/** Greeting and search; what is here beside them, on the line where the prompts stand further down, or beneath. */
export const Hero = ({ search, here }: Props) => (
  <div className="grid gap-x-8 gap-y-10 pt-8 pb-10 lg:grid-cols-[28rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr] lg:pt-12">
    <Greeting />
    <div className="self-end lg:col-start-1">{search}</div>
    <section aria-labelledby="here-title" className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
      <h2 id="here-title" className="font-strong">
        What is here so far
      </h2>
      <div className="mt-4">{here}</div>
    </section>
  </div>
);
