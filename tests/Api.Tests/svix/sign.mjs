// node sign.mjs SECRET ID SECONDS BODY: prints the header svix-signature.
import { Webhook } from 'svix';

const [secret, id, seconds, body] = process.argv.slice(2);
console.log(new Webhook(secret).sign(id, new Date(Number(seconds) * 1000), body));
