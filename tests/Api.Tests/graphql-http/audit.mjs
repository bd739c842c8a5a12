// Runs every audit of the GraphQL over HTTP specification against a server and prints the results as JSON.
// usage: node audit.mjs URL [TOKEN]
import { serverAudits } from 'graphql-http';

const [url, token] = process.argv.slice(2);
const fetchFn = (target, init = {}) =>
  fetch(target, { ...init, headers: { ...init.headers, ...(token && { authorization: `Bearer ${token}` }) } });

const results = [];
for (const audit of serverAudits({ url, fetchFn })) {
  const result = await audit.fn();
  results.push({ id: audit.id, name: audit.name, status: result.status, reason: result.reason });
}
console.log(JSON.stringify(results));
