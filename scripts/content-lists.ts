// Writes what is made from content and shapes: content/ids.txt (every id that was ever published; none leaves) and
// content/schemas (JSON Schemas for editors). `npm run content:lists` after adding ids or changing a shape.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readContentFolder } from '@dryrun/app';
import { compile, editorSchemas, IDS_FILE } from '@dryrun/content';

const folder = fileURLToPath(new URL('../content', import.meta.url));
const published = (() => {
  try {
    return readFileSync(`${folder}/${IDS_FILE}`, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
})();

const { ids } = compile(await readContentFolder(folder));
const all = [...new Set([...published, ...ids])].toSorted();
writeFileSync(`${folder}/${IDS_FILE}`, `${all.join('\n')}\n`);

mkdirSync(`${folder}/schemas`, { recursive: true });
for (const [name, schema] of Object.entries(editorSchemas())) {
  writeFileSync(`${folder}/schemas/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
}
process.stdout.write(
  `${all.length} ids, ${all.length - published.length} of them new; ${Object.keys(editorSchemas()).length} schemas.\n`,
);
