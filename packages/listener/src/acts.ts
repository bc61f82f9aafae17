import type { Act, Finding, SaidTurn } from '@dryrun/domain';
import { inPlainMarks } from '@dryrun/text';
import { readAsked } from './asked.ts';

/**
 * What somebody does by saying something, with the words it rests on: mostly what they want of the interviewer. Only whole
 * requests are read: “latency is a repeat offender” asks nothing.
 */
const SAID: readonly { readonly act: Act; readonly said: RegExp }[] = [
  {
    act: 'asks-time',
    said: /\b(?:(?:can|could|may|might) (?:i|you) (?:please )?(?:have|get|take|give me)|give me|let me (?:have|take)|i(?:'d| would) like|i need|i'll take)(?: just)? (?:a|one|another|half a|two|a few|a couple of) (?:more )?(?:quick |short )?(?:moments?|minutes?|seconds?|secs?)\b(?: to (?:think|reflect|gather|collect)[^.!?]*)?|\blet me think\b(?: about [^.,;:!?]{0,40})?/i,
  },
  {
    act: 'asks-repeat',
    said: /\b(?:(?:can|could|would) you (?:please )?(?:repeat|say (?:that|it|(?:that|the|your) question) again)\b[^.!?]*|what was (?:the|your) question\b|(?:sorry|pardon)[,.]? (?:can you |could you )?(?:say|come) again\b|(?<=^|[.!?]\s)(?:come|say) again\?|i (?:didn't|did not) (?:catch|get|hear) (?:that|the question)\b)/i,
  },
  {
    act: 'asks-next-phase',
    said: /\b(?:(?:can|could|may|might|shall|should) (?:we|i) (?:please |now |maybe |just )*(?:(?:move|go|jump|skip|switch|turn|get) (?:on |ahead |over |forward |straight |right |along )*(?:to|into|with)|(?:continue|carry on|proceed|go on) (?:to|with)) (?!this\b|that\b|it\b)[^.!?;:]{2,80}|(?:can|could|shall|should) we (?:please )?move on(?: now| then| please)*(?=[.!?]|$)|(?:let's|let us|let me|i(?:'d| would) (?:like|love|want|prefer) (?:us )?to|i want to|i(?:'m| am) ready to) (?:please |now |maybe |just )*(?:(?:move|jump|skip|switch) (?:on |ahead |over |forward |straight |along )*(?:to|into)|(?:go|get|turn) (?:on |ahead |over |straight |right )*(?:to|into)|(?:continue|proceed|go on|carry on) (?:to|with)) (?!this\b|that\b|it\b)[^.!?;:,]{2,60})/i,
  },
  {
    act: 'asks-to-end',
    said: /\b(?:(?:can|could|may) (?:we|i) (?:please )?(?:stop|end|finish) (?:it |this )?(?:here|now|the interview)\b|i(?:'d| would) (?:like|prefer|want) to (?:stop|end|finish) (?:here|now|the interview)\b|(?<=^|[.!?,;]\s|\b(?:thanks|so|and|okay|ok|then) )(?:let's|let us|(?<![,;] |\b(?:so|and|then) )(?:i think |maybe |so |okay,? )*(?:we|i) (?:can|could|should|may)|(?:i(?:'m| am) )?happy to) (?:just |please |now )*(?:(?:end|stop|finish|close|wrap)(?: it| this| things| the interview)?(?: up)?(?: here| now| for (?:today|now))+|wrap (?:up|(?:it|this|things) up)|(?:end|stop|finish|close) the interview|call it a day|conclude)(?=[.!?]|$|,? (?:thanks?|thank you|please|if)\b))/i,
  },
  {
    act: 'asks-to-end',
    said: /\b(?:that(?:'s| is| was)|this is) (?:all|it|everything)(?: i have| i had| i've got)? from (?:me|my side),? (?:then,? )?(?:many )?(?:thanks|thank you)\b(?! for (?!(?:your|the) time))|\b(?:i(?:'m| am)|we(?:'re| are)) (?:all )?(?:done|finished)(?: here)?(?:, | and | – )(?:many )?(?:thanks|thank you)\b(?: for (?:your|the) time)?/i,
  },
  {
    act: 'concedes',
    said: /\b(?:you(?:'re| are) right(?: (?:about|that|there))?|(?:that(?:'s| is) a )?(?:fair|good) point|fair enough|i stand corrected|i was wrong|i take (?:that|it) back|i hadn't thought of (?:that|it))\b/i,
  },
  {
    act: 'adapts',
    said: /\b(?:(?:in that case|then|so|okay|ok),? (?:i|we)(?:'d| would|'ll| will) (?:change|switch|move|drop|replace|add|split|rather)|let me (?:change|revise|rethink|redraw|correct)|i(?:'d| would) (?:change|revise|redo) (?:that|this|my|the))\b[^.!?]{0,80}/i,
  },
  {
    act: 'dismisses',
    said: /\b(?:(?:that|it|this) (?:doesn't|does not|won't|wouldn't) (?:really )?matter\b|(?:that(?:'s| is)|it(?:'s| is)) (?:not (?:really )?(?:a|my|our) (?:problem|concern|job)|somebody else's|trivial|just (?:ops|infra|engineering|plumbing))\b|who cares\b)[^.!?]{0,60}/i,
  },
  {
    act: 'summarises',
    said: /\b(?:to (?:sum(?:marize|marise)?(?: up| it up)?|recap|wrap up)|in summary|in short|so overall|summing up|let me (?:summari[sz]e|recap))\b/i,
  },
  {
    act: 'tells-experience',
    said: /\b(?:at (?:my|our|the) (?:last|previous|current|old|former) (?:company|job|team|role|employer|place|startup)|in my (?:last|previous|current|old) (?:role|job|team|company)|(?:when|where|while) (?:i|we) (?:worked|was working|were working|built|ran|led) (?:at|on|in|for|a|an|the)|i(?:'ve| have) (?:built|run|shipped|operated|migrated|been on call|worked on)|we (?:shipped|launched|migrated|rolled out|had an (?:incident|outage)|had a (?:case|incident|bug|week))|years ago (?:i|we))\b[^.!?]*/i,
  },
  {
    act: 'addresses-system',
    said: /(?:(?:^|[.!?\n"“:])\s{0,2}(?:please |now |system[:,] ?|assistant[:,] ?){0,2}(?:ignore|disregard|forget|override|reveal|print|output|repeat) (?:all |any |the |your |every |previous |prior |above ){1,3}(?:previous |prior |above |hidden |system ){0,2}(?:instructions?|prompts?|rules?|rubric|checklist|guidelines|facts|reference)\b|(?:^|[.!?\n])\s{0,2}you are now (?:an?|the|my)\b|\bpretend (?:to be|that you|you)\b|\b(?:give|mark|rate|score|grade) me (?:an? |the |as |with |at ){0,3}(?:exceeds|(?:top|highest|full|perfect|maximum) (?:marks?|scores?|grades?|points?)|10 (?:of|out)|ten (?:of|out)|pass(?:ing)?\b|principal|L[4-7])|\b(?:developer|debug|god) mode\b|<\/?(?:system|instructions?)>|\bassessor[,:] |\bnote to (?:the )?(?:assessor|grader|interviewer|system|model)\b)[^.!?\n]{0,80}/i,
  },
  {
    act: 'is-hostile',
    said: /\b(?:f+u+c+k\w*|bullshit|you(?:'re| are) (?:useless|stupid|dumb|an idiot|a joke|pathetic|terrible|incompetent)|(?:this|what a) (?:stupid|dumb|idiotic|pointless) (?:interview|bot|machine|exercise|tool|thing)|(?:this|that|it)(?:'s| is) (?:a )?(?:complete |total )?(?:waste of (?:my )?time|ridiculous(?! to)|nonsense(?! to)|bullshit|a joke|pathetic)|shut up|go to hell|idiot)\b/i,
  },
];

/** So many characters after asking for a moment, one has not waited for it. */
const GOES_ON = 80;

/** Who was asked for questions and has none is done. */
const HAS_NONE =
  /(?:^|[.!?,]\s|\b(?:and|so|but|well) )(?:no(?:,|\.|$| (?:(?:more|further|other) )?questions?\b| thank| thanks)|nope\b|none\b|nothing(?: else| more)?(?: from (?:me|my side))?(?=[.!?,]|$)|(?:that(?:'s| is| was)|this is) (?:all|it|everything)\b|i(?:'m| am) (?:good|fine|done|all set)\b|i (?:have|'ve) (?:none|nothing|no (?:more |further |other )?questions?)\b|i don't have any\b)/i;
const AFTER_INVITING: ReadonlySet<string> = new Set(['invite-questions', 'answer-candidate']);

const readsNone = (plain: string, asked: SaidTurn | undefined): readonly Finding[] => {
  const match = AFTER_INVITING.has(asked?.move ?? '') && !plain.includes('?') ? HAS_NONE.exec(plain) : null;
  return match
    ? [
        {
          kind: 'act',
          act: 'asks-to-end',
          span: { start: match.index, end: match.index + match[0].length },
        },
      ]
    : [];
};

/** The acts in an answer that its words tell, in the order they were said; `asked` is what the interviewer said before. */
export const readActs = (text: string, asked?: SaidTurn): readonly Finding[] => {
  const plain = inPlainMarks(text);
  const requests = SAID.flatMap(({ act, said }) => {
    const match = said.exec(plain);
    // Somebody who says “let me think” and then thinks aloud has not asked for silence.
    const goesOn = match && act === 'asks-time' && plain.length - match.index - match[0].length > GOES_ON;
    return match && !goesOn
      ? [{ kind: 'act' as const, act, span: { start: match.index, end: match.index + match[0].length } }]
      : [];
  });
  const none = requests.some(({ act }) => act === 'asks-to-end') ? [] : readsNone(plain, asked);
  return [...requests, ...none, ...readAsked(text)].toSorted((a, b) => a.span.start - b.span.start);
};
