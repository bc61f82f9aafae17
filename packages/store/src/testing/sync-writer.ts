/** Appends, and says so on standard output each time an append has resolved: to be watched by strace. */
import { ContentHash } from '@dryrun/domain';
import { openSqlite } from '../sqlite.ts';
import { append, debriefRead, one, spoke, two } from './given.ts';

const [folder = '', synchronous] = process.argv.slice(2);
const { store } = await openSqlite({ folder }, synchronous === 'NORMAL' ? { synchronous } : {});
let acknowledged = 0;
const acknowledge = () => {
  acknowledged += 1;
  process.stdout.write(`ack ${acknowledged}\n`);
};
for (let version = 0; version < 10; version += 1) {
  await store.append(append(one, version, { events: [spoke('w'.repeat(version * 2_000 + 1))] }));
  acknowledge();
  const hash = await store.putContent(`content ${version} ${'c'.repeat(version * 1_000)}`);
  acknowledge();
  await store.append(append(two, version, { events: [debriefRead(ContentHash.parse(hash))] }));
  acknowledge();
}
await store.delete(one);
acknowledge();
await store.close();
