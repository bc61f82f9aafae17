import type { Act, Finding } from '@dryrun/domain';

/**
 * What somebody asks of the interviewer by saying something, with the words it rests on. Only whole requests are
 * read: “latency is a repeat offender” asks nothing. Designing is not read here at all.
 */
const REQUESTS: readonly { readonly act: Act; readonly said: RegExp }[] = [
  {
    act: 'asks-time',
    said: /\b(?:(?:can|could|may|might) (?:i|you) (?:please )?(?:have|get|take|give me)|give me|let me (?:have|take)|i(?:'d| would) like|i need|i'll take)(?: just)? (?:a|one|another|half a|two|a few|a couple of) (?:more )?(?:quick |short )?(?:moments?|minutes?|seconds?|secs?)\b(?: to (?:think|reflect|gather|collect)[^.!?]*)?|\blet me think\b(?: about [^.,;:!?]{0,40})?/i,
  },
  {
    act: 'asks-repeat',
    said: /\b(?:(?:can|could|would) you (?:please )?(?:repeat|say (?:that|it|(?:that|the|your) question) again|rephrase)\b[^.!?]*|what was (?:the|your) question\b|(?:sorry|pardon)[,.]? (?:can you |could you )?(?:say|come) again\b|(?<=^|[.!?]\s)(?:come|say) again\?|i (?:didn't|did not) (?:catch|get|hear) (?:that|the question)\b)/i,
  },
  {
    act: 'asks-hint',
    said: /\b(?:(?:can|could|may) (?:i|you) (?:please )?(?:have|get|give me) a (?:hint|pointer|nudge)|(?:give me|any) (?:a )?hints?\b|i(?:'m| am) (?:completely |totally |a bit )?stuck\b)/i,
  },
  {
    act: 'asks-next-phase',
    said: /\b(?:(?:can|could|shall|should) we (?:please )?(?:move on|go on|continue) (?:to|with) (?:the )?(?:next|another)\b[^.!?]*|let's move on to the next (?:part|phase|topic|question|section)\b)/i,
  },
  {
    act: 'asks-to-end',
    said: /\b(?:(?:can|could|may) (?:we|i) (?:please )?(?:stop|end|finish) (?:here|now|the interview)\b|i(?:'d| would) like to (?:stop|end) (?:here|now|the interview)\b)/i,
  },
];

/** So many characters after asking for a moment, one has not waited for it. */
const GOES_ON = 80;

/** The requests in an answer, in the order they were said. */
export const readActs = (text: string): readonly Finding[] => {
  const plain = text.replaceAll('’', "'");
  return REQUESTS.flatMap(({ act, said }) => {
    const match = said.exec(plain);
    // Somebody who says “let me think” and then thinks aloud has not asked for silence.
    const goesOn = match && act === 'asks-time' && plain.length - match.index - match[0].length > GOES_ON;
    return match && !goesOn
      ? [{ kind: 'act' as const, act, span: { start: match.index, end: match.index + match[0].length } }]
      : [];
  }).sort((a, b) => a.span.start - b.span.start);
};
