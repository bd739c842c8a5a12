import assert from 'node:assert/strict';
import Replicate from 'replicate';

const model = 'google/nano-banana-pro';
const input = { prompt: 'a calm still life of bread for Padaria Lua, #112233 #FFEEDD', aspect_ratio: '4:5', resolution: '1K' };
const client = ({ sandbox }, auth = 'r8_key') => new Replicate({ auth, baseUrl: `${sandbox}/replicate/v1`, useFileOutput: false });
const fast = { interval: 50 };

/** The size of a JPEG, from its frame header. */
const size = (jpeg) => {
  assert.equal(jpeg.readUInt16BE(0), 0xffd8);
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg[at + 1];
    if (marker >= 0xc0 && marker <= 0xc2) return [jpeg.readUInt16BE(at + 7), jpeg.readUInt16BE(at + 5)];
  }
  assert.fail('no frame');
};

export default {
  async picture(at) {
    const url = await client(at).run(model, { input, wait: { mode: 'poll', interval: 50 } });
    const file = await fetch(url);
    assert.equal(file.headers.get('content-type'), 'image/jpeg');
    assert.deepEqual(size(Buffer.from(await file.arrayBuffer())), [928, 1152]);
  },

  async waited_for(at) {
    assert.match(await client(at).run(model, { input }), /out\.jpg$/); // Prefer: wait
  },

  async prediction(at) {
    const api = client(at);
    const begun = await api.predictions.create({ model, input });
    assert.ok(['starting', 'processing'].includes(begun.status));
    const done = await api.wait(begun, fast);
    assert.equal(done.status, 'succeeded');
    assert.equal(done.model, model);
    assert.ok(done.metrics.predict_time > 0);
    assert.equal((await api.predictions.get(begun.id)).output, done.output);
  },

  async cancelled(at) {
    await at.fault({ provider: 'replicate', kind: 'stuck' });
    const api = client(at);
    const { id } = await api.predictions.create({ model, input });
    assert.equal((await api.predictions.cancel(id)).status, 'canceled');
    assert.equal((await api.predictions.get(id)).status, 'canceled');
  },

  async failed_and_flagged(at) {
    const api = client(at);
    for (const [fault, code] of [[{ kind: 'failed' }, /E8765/], [{ kind: 'blocked' }, /E005/], [{ kind: 'failed', reason: 'E003' }, /E003/]]) {
      await at.fault({ provider: 'replicate', ...fault });
      const begun = await api.predictions.create({ model, input });
      const error = await api.wait(begun, fast).then(() => assert.fail('did not fail'), (e) => e);
      assert.match(error.message, code);
      assert.equal((await api.predictions.get(begun.id)).status, 'failed');
    }
  },

  async wrong_input(at) {
    const error = await client(at).predictions.create({ model, input: { ...input, aspect_ratio: '1.91:1' } }).catch((e) => e);
    assert.equal(error.response.status, 422);
    assert.match(error.message, /aspect_ratio/);
  },

  async unknown_model(at) {
    const error = await client(at).predictions.create({ model: 'google/nano-banana-0', input }).catch((e) => e);
    assert.equal(error.response.status, 404);
  },

  async bad_key(at) {
    const error = await client(at, 'bad').predictions.create({ model, input }).catch((e) => e);
    assert.equal(error.response.status, 401);
  },
};
