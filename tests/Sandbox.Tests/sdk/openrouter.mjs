import assert from 'node:assert/strict';
import OpenAI from 'openai';
import { OpenRouter } from '@openrouter/sdk';

const model = 'openai/gpt-5.2';
const messages = [
  { role: 'system', content: 'You write captions.' },
  { role: 'user', content: 'Brand: Harbour Books\nProduct: night readings\nWrite 3 posts about stories and candles for the town.' },
];
const openai = ({ sandbox }, apiKey = 'key') => new OpenAI({ apiKey, baseURL: `${sandbox}/openrouter/api/v1`, maxRetries: 0 });
const own = ({ sandbox }) => new OpenRouter({ apiKey: 'key', serverURL: `${sandbox}/openrouter/api/v1` });

const schema = (required = ['posts']) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties: { posts: { type: 'array', minItems: 3, maxItems: 3, items: { type: 'string' } } },
});
const format = (shape) => ({ type: 'json_schema', json_schema: { name: 'answer', strict: true, schema: shape } });

const refused = async (call, status, words) => {
  const error = await call.then(() => assert.fail('was not refused'), (e) => e);
  assert.equal(error.status, status);
  assert.match(error.message, words);
};

export default {
  async structured_text(at) {
    const reply = await openai(at).chat.completions.create({ model, messages, response_format: format(schema()) });
    const [choice] = reply.choices;
    assert.equal(choice.finish_reason, 'stop');
    assert.equal(JSON.parse(choice.message.content).posts.length, 3);
    assert.match(choice.message.content, /Harbour Books|night readings/);
    assert.equal(reply.model, model);
    assert.equal(reply.usage.prompt_tokens + reply.usage.completion_tokens, reply.usage.total_tokens);
    assert.ok(reply.usage.cost > 0 && reply.usage.cost < 0.01);
  },

  async own_package(at) {
    const reply = await own(at).chat.send({ chatRequest: { model, messages } });
    assert.match(reply.choices[0].message.content, /night readings/);
    assert.equal(reply.choices[0].finishReason, 'stop');
    assert.ok(reply.usage.cost > 0);
  },

  async own_package_streamed(at) {
    let text = '';
    let usage;
    for await (const chunk of await own(at).chat.send({ chatRequest: { model, messages, stream: true } })) {
      text += chunk.choices[0]?.delta?.content ?? '';
      usage = chunk.usage ?? usage;
    }
    assert.match(text, /night readings/);
    assert.ok(usage.totalTokens > 0);
  },

  async streamed_text(at) {
    const whole = (await openai(at).chat.completions.create({ model, messages })).choices[0].message.content;
    const pieces = [];
    for await (const chunk of await openai(at).chat.completions.create({ model, messages, stream: true })) pieces.push(chunk.choices[0]?.delta?.content ?? '');
    assert.ok(pieces.length > 2);
    assert.equal(pieces.join(''), whole);
  },

  async cost_afterwards(at) {
    const reply = await openai(at).chat.completions.create({ model, messages });
    const { data } = await (await fetch(`${at.sandbox}/openrouter/api/v1/generation?id=${reply.id}`)).json();
    assert.equal(data.total_cost, reply.usage.cost);
  },

  async loose_schema(at) {
    await refused(openai(at).chat.completions.create({ model, messages, response_format: format(schema([])) }), 400, /required/);
  },

  async unknown_model(at) {
    await refused(openai(at).chat.completions.create({ model: 'openai/gpt-0', messages }), 404, /No endpoints found/);
  },

  async bad_key(at) {
    await refused(openai(at, 'bad').chat.completions.create({ model, messages }), 401, /auth/);
  },

  async rate_limit(at) {
    await at.fault({ provider: 'openrouter', kind: 'status', status: 429, retryAfterSeconds: 7 });
    const error = await openai(at).chat.completions.create({ model, messages }).catch((e) => e);
    assert.equal(error.status, 429);
    assert.equal(error.headers.get('retry-after'), '7');
  },

  async error_in_200(at) {
    await at.fault({ provider: 'openrouter', kind: 'error_in_200', code: 502 });
    const reply = await openai(at).chat.completions.create({ model, messages });
    assert.equal(reply.choices, undefined);
    assert.equal(reply.error.code, 502);
  },

  async cut_and_filtered(at) {
    await at.fault({ provider: 'openrouter', kind: 'truncated' });
    assert.equal((await openai(at).chat.completions.create({ model, messages })).choices[0].finish_reason, 'length');
    await at.fault({ provider: 'openrouter', kind: 'blocked' });
    assert.equal((await openai(at).chat.completions.create({ model, messages })).choices[0].finish_reason, 'content_filter');
    await at.fault({ provider: 'openrouter', kind: 'blocked', reason: 'moderation' });
    await refused(openai(at).chat.completions.create({ model, messages }), 403, /flagged/);
  },
};
