// node verify.mjs < {"secret", "headers", "body"}: prints what the message says when its signature is good, and fails when it is not.
import { text } from 'node:stream/consumers';
import { Webhook } from 'svix';

const { secret, headers, body } = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(new Webhook(secret).verify(body, headers)));
