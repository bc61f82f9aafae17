// What a row of docs/spec/coverage.yaml points at, and whether it is there. Pure: files come in as texts.
//
//   where: content/levels.yaml#L5.title            a file, and in YAML an id, or a path that starts at the root or at an id
//          docs/spec/interview.md#IN7              in any other file a phrase of whole words, joined by hyphens
//   test:  packages/x/src/y.test.ts › IN7 says     a file, and part of the title of a test in it

import { parse } from 'yaml';

const parsed = new Map();

/**
 * The ways in which what a row points at is missing; none when all of it is alive.
 * @param {{ where: string, test: string }} row
 * @param {(path: string) => string | undefined} readFile the text of a file of the repository, or undefined
 * @returns {string[]}
 */
export function deadTargets(row, readFile) {
  return [...deadWhere(row.where, readFile), ...deadTest(row.test, readFile)];
}

/**
 * The file a `where` names, without its anchor.
 * @param {string} where
 * @returns {string}
 */
export function fileOf(where) {
  return split(where, '#')[0];
}

function deadWhere(where, readFile) {
  const [path, anchor] = split(where, '#');
  const text = readFile(path);
  if (text === undefined) return [`where: no file ${path}`];
  if (anchor === undefined) return [];
  const alive = /\.ya?ml$/.test(path) ? resolves(yamlOf(text), anchor) : occurs(text, anchor);
  return alive ? [] : [`where: ${path} has no ${anchor}`];
}

function deadTest(test, readFile) {
  const [path, title] = split(test, ' › ');
  const text = readFile(path);
  if (text === undefined) return [`test: no file ${path}`];
  if (!title) return [`test: ${path} is named without the title of a test`];
  return titles(text).some((each) => each.includes(title)) ? [] : [`test: ${path} has no test "${title}"`];
}

function split(text, at) {
  const index = text.indexOf(at);
  return index < 0 ? [text, undefined] : [text.slice(0, index), text.slice(index + at.length)];
}

function yamlOf(text) {
  if (!parsed.has(text)) parsed.set(text, parse(text, { logLevel: 'silent' }));
  return parsed.get(text);
}

function resolves(root, anchor) {
  const [first, ...rest] = anchor.split('.');
  const starts = [...property(root, first), ...identified(root, first)];
  return [...identified(root, anchor)].length > 0 || starts.some((node) => follows(node, rest));
}

function follows(node, [next, ...rest]) {
  if (next === undefined) return true;
  if (Array.isArray(node) && rest.length === 0 && node.includes(next)) return true;
  return [...property(node, next), ...identified(node, next)].some((child) => follows(child, rest));
}

function property(node, key) {
  const found = isMap(node) && Object.hasOwn(node, key) ? node[key] : undefined;
  return found === undefined || found === null || found === '' ? [] : [found];
}

/** Every map at any depth whose id (or slug) is the one asked for. */
function* identified(node, id) {
  if (isMap(node) && (node.id === id || node.slug === id)) yield node;
  if (typeof node === 'object' && node !== null) {
    for (const child of Object.values(node)) yield* identified(child, id);
  }
}

function isMap(node) {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

function occurs(text, anchor) {
  const hyphened = (words) => `-${words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}-`.replace(/-+/g, '-');
  return hyphened(text).includes(hyphened(anchor));
}

/** The titles of the tests that run in a source text: it('…'), test.only('…'), it.each(table)('…'), it.skipIf(x)('…'). */
function titles(text) {
  const source = text.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  const found = [];
  for (const match of source.matchAll(/\b(?:it|test)((?:\.\w+)*)\s*(?=[(`<])/g)) {
    if (/\.(?:skip|todo)\b/.test(match[1])) continue;
    let at = match.index + match[0].length;
    if (/\.(?:each|for|skipIf|runIf)$/.test(match[1])) at = afterGroup(source, at);
    const title = /\s*\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/y;
    title.lastIndex = at;
    const quoted = title.exec(source);
    if (quoted) found.push(quoted[2].replace(/\\(.)/g, '$1'));
  }
  return found;
}

/** Where the first balanced (…) or `…` from `at` on ends; brackets inside quotes do not count. */
function afterGroup(source, at) {
  let depth = 0;
  for (let index = at; index < source.length; index += 1) {
    const character = source[index];
    if (character === "'" || character === '"' || character === '`') index = afterQuote(source, index) - 1;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth === 0 && (character === ')' || character === '`')) return index + 1;
  }
  return source.length;
}

function afterQuote(source, at) {
  let index = at + 1;
  while (index < source.length && source[index] !== source[at]) index += source[index] === '\\' ? 2 : 1;
  return index + 1;
}
