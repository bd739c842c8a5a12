// Checks an evidence pack: node verify-evidence.mjs FILE [HEAD]. Independent of the program that wrote it; needs nothing but Node.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

// The JSON Canonicalization Scheme (RFC 8785): members sorted, no white space, numbers and strings as JSON.stringify writes them.
const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
};
const hashOf = (value) => createHash('sha256').update(canonical(value), 'utf8').digest('hex');
const fail = (why) => {
  console.error(`not intact: ${why}`);
  process.exit(1);
};

const [file, kept] = process.argv.slice(2);
const bytes = readFileSync(file);
const pack = JSON.parse(bytes.toString('utf8'));
if (pack.format !== 'campaigns.evidence.v1') fail('its format is another one');
if (!Buffer.from(canonical(pack), 'utf8').equals(bytes)) fail('it is not written canonically');

const { entries, head, ...above } = pack;
let previous = hashOf(above); // the first entry binds what stands above the entries
entries.forEach((entry, index) => {
  const { hash, ...rest } = entry;
  if (rest.previous !== previous) fail(`entry ${index + 1} does not follow what stands before it`);
  if (rest.sequence !== index + 1 || hashOf(rest) !== hash) fail(`entry ${index + 1} was changed`);
  previous = hash;
});
if (entries.length === 0 || head !== previous) fail('its head is not the hash of its last entry');
if (kept && kept !== head) fail(`its head is ${head}, not the one that was kept`);
console.log(`intact: ${entries.length} entries, head ${head}`);
