export const Greeting = () => (
  <div>
    <h1 className="text-balance font-normal font-serif text-display">
      Hello. This is a quiet room to rehearse in.
    </h1>
    <p className="mt-5 max-w-[36rem] text-pretty font-serif text-large">
      Dryrun sits with you through the ML system design interview: it listens, asks and keeps time, and it
      runs the system you draw. Afterwards it tells you what it heard, and quotes you on it.
    </p>
  </div>
);
