/** Stores whose time is in what they read: objects by their size, warehouses by what they scan, features by how many are asked for. */
import { number, serviceOf, word } from '../settings.ts';
import { freshness, MONTH_S } from './sized.ts';
import type { Sizing } from './sized.ts';

/** Amazon S3, “Best practices design patterns”: of one connection; and requests a second of one prefix. */
const OBJECT_PER_S = 85e6;
const READS_PER_PREFIX = 5500;
const WRITES_PER_PREFIX = 3500;
/** Amazon S3 Standard, us-east-1, the first 50 TB. */
const KEEPING_PER_BYTE_MONTH = 0.023 / 1e9;

/** The first byte, and then as fast as a connection goes; no more requests than its prefixes take. */
export const objectStore: Sizing = (settings) => {
  const bytes = number(settings, 'objectSize');
  const prefixes = number(settings, 'prefixes');
  const writes = number(settings, 'writes') ?? 0;
  const perPrefix = 1 / ((1 - writes) / READS_PER_PREFIX + writes / WRITES_PER_PREFIX);
  return {
    ...(bytes === undefined
      ? {}
      : {
          service: serviceOf(
            (number(settings, 'service.mean') ?? 0) + bytes / OBJECT_PER_S,
            word(settings, 'service.distribution') ?? 'lognormal',
            number(settings, 'service.cv2'),
          ),
        }),
    ...(prefixes === undefined
      ? {}
      : { rateLimit: { rps: prefixes * perPrefix, burst: Math.max(1, prefixes * perPrefix) } }),
    keepingPerS: ((number(settings, 'size') ?? 0) * KEEPING_PER_BYTE_MONTH) / MONTH_S,
  };
};

/** What one server reads in a second from columns: assumption. */
const SCANNED_PER_S = 1e9;

/** All its servers read for one query, and share themselves among those that run. */
export const warehouse: Sizing = (settings) => {
  const bytes = number(settings, 'scanned');
  if (bytes === undefined) return {};
  const servers = number(settings, 'servers') ?? 1;
  const perTib = number(settings, 'pricePerTib');
  return {
    servers: 1,
    discipline: 'processor-sharing',
    service: serviceOf(
      (number(settings, 'overhead') ?? 0.5) + bytes / (SCANNED_PER_S * servers),
      word(settings, 'service.distribution') ?? 'lognormal',
      number(settings, 'service.cv2'),
    ),
    ...(perTib === undefined ? {} : { pricePerRequest: (bytes / 2 ** 40) * perTib }),
  };
};

/** One round for all entities of a request; each beyond the first adds its rows. */
export const featureStore: Sizing = (settings) => {
  const entities = number(settings, 'entities') ?? 1;
  const each = number(settings, 'perEntity') ?? 20e-6;
  return {
    ...(entities <= 1
      ? {}
      : {
          service: serviceOf(
            (number(settings, 'service.mean') ?? 0) + (entities - 1) * each,
            word(settings, 'service.distribution'),
            number(settings, 'service.cv2'),
          ),
        }),
    facts: freshness(settings),
  };
};

/** Postings read a second by one core: assumption, of the order of Lucene's nightly benchmarks. */
const POSTINGS_PER_S = 50e6;

/** The lists of its words are gone through: rare words are cheap, common ones dear. */
export const searchIndex: Sizing = (settings) => {
  const documents = number(settings, 'documents');
  if (documents === undefined) return { facts: freshness(settings) };
  const matched = documents * (number(settings, 'matches') ?? 0.001) * (number(settings, 'words') ?? 3);
  return {
    service: serviceOf(
      1e-3 + matched / POSTINGS_PER_S,
      word(settings, 'service.distribution') ?? 'lognormal',
      number(settings, 'service.cv2'),
    ),
    facts: {
      memoryBytes: documents * (number(settings, 'documentSize') ?? 1000) * INDEXED,
      ...freshness(settings),
    },
  };
};

/** Of a document's text, what its postings, terms and fields take: assumption. */
const INDEXED = 0.5;
