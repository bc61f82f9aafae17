/** Whether somebody asks that their board be run, or why it was not: “Can you run what I've drawn?”, “Why didn't my board run?” */
import { READ_CHARACTERS } from '@dryrun/domain';
import { sentences } from '@dryrun/text';

const DRAWN = String.raw`(?:board|drawing|diagram|design|flowchart|boxes)`;
/** “Run it by me again” asks for something else, and “run this on two regions” is a plan. */
const OBJECT = String.raw`(?:(?:the|my|this|that|our) (?:\w+ )?${DRAWN}|what(?:'s|’s| is| I| we|ever)[^.?!]{0,40}(?:drawn|drew|draw|board)|(?:it|this|that)(?! (?:by|past|on|in|with|for|as)\b))`;
const ASKS: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:can|could|would|will|did|do|have) (?:you|we|I)\b[^.?!]{0,20}\b(?:run|simulated?)\b ${OBJECT}[^.!]*\?`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:did|does|was|has|is|can|will) (?:the|my|this|our) ${DRAWN}\b[^.?!]{0,20}\b(?:run|ran|simulated)\b(?! (?:on|in|with|without|for|at|out|into)\b)[^.!]*\?`,
    'i',
  ),
  new RegExp(
    String.raw`\bwhy\b[^.?!]*(?:\bnot\b|n['’]t\b|\bnever\b)[^.?!]*\b(?:run|ran|simulated?)\b(?! (?:on|in|out|into)\b)[^.?!]*\?`,
    'i',
  ),
  new RegExp(String.raw`^(?:please )?(?:run|simulate) ${OBJECT}`, 'i'),
];

export const asksForRun = (text: string): boolean =>
  sentences(text.slice(0, READ_CHARACTERS)).some(({ text: said }) =>
    ASKS.some((asks) => asks.test(said.trim())),
  );
