import assert from 'node:assert/strict';
import { ApiError, createFalClient, ValidationError } from '@fal-ai/client';

const model = 'fal-ai/veo3/fast';
const input = { prompt: 'bread for Padaria Lua, #112233 #FFEEDD', duration: '4s', aspect_ratio: '9:16' };

/** The client knows no base address: its calls are turned on the sandbox on their way out. */
const client = ({ sandbox }, credentials = 'id:secret') =>
  createFalClient({
    credentials,
    retry: { maxRetries: 0 },
    fetch: (url, options) => fetch(String(url).replace('https://queue.fal.run', `${sandbox}/fal`), options),
  });

const fails = async (call) => call.then(() => assert.fail('did not fail'), (e) => e);

export default {
  async clip(at) {
    const { data, requestId } = await client(at).subscribe(model, { input, pollInterval: 50 });
    assert.ok(requestId);
    assert.equal(data.video.content_type, 'video/mp4');
    const mp4 = Buffer.from(await (await fetch(data.video.url)).arrayBuffer());
    assert.equal(mp4.toString('latin1', 4, 8), 'ftyp');
    assert.ok(mp4.includes('avc1') && mp4.includes('mp4a'));
  },

  async clip_of_a_weight(at) {
    const { data } = await client(at).subscribe(model, { input: { ...input, prompt: 'bread [3 MB]' }, pollInterval: 50 });
    assert.equal((await (await fetch(data.video.url)).arrayBuffer()).byteLength, 3 * 1024 * 1024);
  },

  async clip_of_a_picture(at) {
    const ask = { ...input, image_url: 'data:image/png;base64,AAAA', aspect_ratio: 'auto' };
    const { data } = await client(at).subscribe('fal-ai/veo3/fast/image-to-video', { input: ask, pollInterval: 50 });
    assert.match(data.video.url, /output\.mp4$/);
  },

  async queue(at) {
    const { queue } = client(at);
    const { request_id: requestId, status } = await queue.submit(model, { input });
    assert.equal(status, 'IN_QUEUE');
    assert.ok(['IN_QUEUE', 'IN_PROGRESS'].includes((await queue.status(model, { requestId })).status));
    assert.equal((await fails(queue.result(model, { requestId }))).status, 400);
  },

  async cancelled(at) {
    await at.fault({ provider: 'fal', kind: 'stuck' });
    const { queue } = client(at);
    const { request_id: requestId } = await queue.submit(model, { input });
    await queue.cancel(model, { requestId });
    assert.equal((await queue.status(model, { requestId })).status, 'COMPLETED');
    assert.equal((await fails(queue.result(model, { requestId }))).status, 400);
  },

  async flagged(at) {
    await at.fault({ provider: 'fal', kind: 'blocked' });
    const error = await fails(client(at).subscribe(model, { input, pollInterval: 50 }));
    assert.ok(error instanceof ValidationError);
    assert.equal(error.fieldErrors[0].type, 'content_policy_violation');
  },

  async failed(at) {
    await at.fault({ provider: 'fal', kind: 'failed', status: 504, reason: 'generation_timeout' });
    const error = await fails(client(at).subscribe(model, { input, pollInterval: 50 }));
    assert.ok(error instanceof ApiError);
    assert.equal(error.status, 504);
  },

  async wrong_dialect(at) {
    const error = await fails(client(at).queue.submit(model, { input: { ...input, duration: 4 } }));
    assert.ok(error instanceof ValidationError);
    assert.equal(error.fieldErrors[0].type, 'literal_error');
  },

  async unknown_model(at) {
    assert.equal((await fails(client(at).queue.submit('fal-ai/veo0', { input }))).status, 404);
  },

  async bad_key(at) {
    assert.equal((await fails(client(at, 'bad').queue.submit(model, { input }))).status, 401);
  },
};
