import { PLAIN } from './button.ts';
import { PlainPage } from './plain-page.tsx';

/** A part of the program that is fetched when it is wanted, and did not come. */
export const Unloaded = () => (
  <PlainPage title="This page could not be fetched">
    <p role="alert" className="mt-4 max-w-measure text-pretty font-serif text-large">
      Expected it from {location.origin}; nobody answered there. Start Dryrun again in the folder it lives in
      (npm start), then load the page again.
    </p>
    <button type="button" onClick={() => location.reload()} className={`mt-8 ${PLAIN}`}>
      Load it again
    </button>
  </PlainPage>
);
