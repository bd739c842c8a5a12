// Follows every campaign through a proxy that cuts all connections at random, with npm's clients as they are, and prints the position of each
// element. Ends when its input does, and prints how often it cut.
// usage: node follow.mjs ws|sse HOST PORT TOKEN AFTER
import net from 'node:net';
import { createClient as overSockets } from 'graphql-ws';
import { createClient as overEvents } from 'graphql-sse';
import WebSocket from 'ws';

const [kind, host, port, token, after] = process.argv.slice(2);

const open = new Set();
const proxy = net.createServer((near) => {
  const far = net.connect(Number(port), host);
  for (const [one, other] of [[near, far], [far, near]]) {
    open.add(one);
    one.on('error', () => {});
    one.on('close', () => {
      open.delete(one);
      other.destroy();
    });
    one.pipe(other);
  }
});
await new Promise((ready) => proxy.listen(0, '127.0.0.1', ready));

let cuts = 0;
const cut = () => {
  if (open.size > 0) cuts++;
  for (const socket of open) socket.resetAndDestroy();
  setTimeout(cut, 50 + Math.random() * 350);
};
setTimeout(cut, 200);

const address = `127.0.0.1:${proxy.address().port}/graphql`;
const soon = () => new Promise((done) => setTimeout(done, 10 + Math.random() * 40));
const client =
  kind === 'ws'
    ? overSockets({
        url: `ws://${address}`,
        webSocketImpl: WebSocket,
        connectionParams: () => ({ token }),
        retryAttempts: Infinity,
        retryWait: soon,
        shouldRetry: () => true, // also when a connection is cut before it is one
      })
    : overEvents({
        url: `http://${address}`,
        headers: () => ({ authorization: `Bearer ${token}` }),
        retryAttempts: Infinity,
        retry: soon,
      });

// The clients send the operation again after each disconnect: it then says how far we are.
const operation = {
  query: 'subscription($after: String) { campaignChanged(after: $after) { position campaign { name } } }',
  variables: { after },
};
client.subscribe(operation, {
  next({ data, errors }) {
    if (errors) throw new Error(JSON.stringify(errors));
    operation.variables.after = data.campaignChanged.position;
    console.log(data.campaignChanged.position);
  },
  error(error) {
    console.error(error);
    process.exit(1);
  },
  complete() {
    console.error('It was completed.');
    process.exit(1);
  },
});

process.stdin.resume();
process.stdin.on('end', () => {
  console.log(`cut ${cuts}`);
  process.exit(0);
});
