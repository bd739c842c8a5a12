import assert from 'node:assert/strict';
import { GoogleGenAI, Type } from '@google/genai';

const model = 'gemini-2.5-flash';
const contents = 'Brand: Harbour Books\nProduct: night readings\nWrite 4 posts about stories, candles and quiet evenings for the town.';
const client = ({ sandbox }, apiKey = 'key') =>
  new GoogleGenAI({ apiKey, httpOptions: { baseUrl: `${sandbox}/gemini`, apiVersion: 'v1beta' } });

const schema = {
  type: 'object',
  required: ['posts'],
  properties: {
    posts: {
      type: 'array',
      minItems: 2,
      maxItems: 4,
      items: { type: 'object', required: ['caption', 'kind'], properties: { caption: { type: 'string' }, kind: { enum: ['photo', 'reel'] } } },
    },
  },
};

const refused = async (call, status, words) => {
  const error = await call.then(() => assert.fail('was not refused'), (e) => e);
  assert.equal(error.status, status);
  assert.match(error.message, words);
};

export default {
  async structured_text(at) {
    const config = { responseMimeType: 'application/json', responseJsonSchema: schema };
    const reply = await client(at).models.generateContent({ model, contents, config });
    const { posts } = JSON.parse(reply.text);
    assert.equal(posts.length, 4);
    assert.equal(new Set(posts.map((post) => post.caption)).size, 4);
    assert.ok(posts.every((post) => post.caption.includes('Harbour Books') || post.caption.includes('night readings')));
    assert.ok(posts.every((post) => ['photo', 'reel'].includes(post.kind)));
    assert.equal(reply.candidates[0].finishReason, 'STOP');
    const { promptTokenCount, candidatesTokenCount, thoughtsTokenCount, totalTokenCount } = reply.usageMetadata;
    assert.equal(promptTokenCount + candidatesTokenCount + thoughtsTokenCount, totalTokenCount);
    assert.equal(reply.modelVersion, model);
    assert.ok(reply.responseId);
  },

  async openapi_schema(at) {
    const items = { type: Type.STRING, maxLength: '12' };
    const responseSchema = {
      type: Type.OBJECT,
      required: ['hashtags', 'score'],
      properties: { hashtags: { type: Type.ARRAY, items, minItems: '7', maxItems: '7' }, score: { type: Type.INTEGER, minimum: 3, maximum: 5 } },
    };
    const reply = await client(at).models.generateContent({ model, contents, config: { responseMimeType: 'application/json', responseSchema } });
    const { hashtags, score } = JSON.parse(reply.text);
    assert.equal(new Set(hashtags).size, 7);
    assert.ok(hashtags.every((tag) => tag.length <= 12));
    assert.ok(score >= 3 && score <= 5);
  },

  async plain_text(at) {
    const reply = await client(at).models.generateContent({ model, contents });
    assert.match(reply.text, /night readings/);
  },

  async streamed_text(at) {
    const whole = (await client(at).models.generateContent({ model, contents })).text;
    const chunks = [];
    for await (const chunk of await client(at).models.generateContentStream({ model, contents })) chunks.push(chunk);
    assert.ok(chunks.length > 1);
    assert.equal(chunks.map((chunk) => chunk.text).join(''), whole);
    assert.deepEqual(chunks.map((chunk) => chunk.candidates[0].finishReason ?? null).filter(Boolean), ['STOP']);
    assert.ok(chunks.at(-1).usageMetadata.totalTokenCount > 0);
  },

  async counted_tokens(at) {
    assert.ok((await client(at).models.countTokens({ model, contents })).totalTokens > 10);
  },

  async picture(at) {
    const config = { responseModalities: ['IMAGE'], imageConfig: { aspectRatio: '4:5', imageSize: '1K' } };
    const reply = await client(at).models.generateContent({ model: 'gemini-3-pro-image', contents: `${contents} #0B3954`, config });
    const { mimeType, data } = reply.candidates[0].content.parts.find((part) => part.inlineData).inlineData;
    assert.equal(mimeType, 'image/png');
    const png = Buffer.from(data, 'base64');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [928, 1152]);
    assert.equal(reply.usageMetadata.candidatesTokensDetails[0].modality, 'IMAGE');
  },

  async retired_model(at) {
    await refused(client(at).models.generateContent({ model: 'gemini-3-pro-preview', contents }), 404, /NOT_FOUND/);
  },

  async wrong_ratio(at) {
    const config = { responseModalities: ['IMAGE'], imageConfig: { aspectRatio: '7:5' } };
    await refused(client(at).models.generateContent({ model: 'gemini-3-pro-image', contents, config }), 400, /INVALID_ARGUMENT/);
  },

  async bad_key(at) {
    await refused(client(at, 'bad').models.generateContent({ model, contents }), 400, /API_KEY_INVALID/);
  },

  async quota_reached(at) {
    await at.fault({ provider: 'gemini', kind: 'status', status: 429, retryAfterSeconds: 22.5 });
    await refused(client(at).models.generateContent({ model, contents }), 429, /RESOURCE_EXHAUSTED[^]*RetryInfo[^]*22\.5s/);
    await client(at).models.generateContent({ model, contents });
  },

  async blocked_prompt(at) {
    await at.fault({ provider: 'gemini', kind: 'blocked', reason: 'prompt:PROHIBITED_CONTENT' });
    const reply = await client(at).models.generateContent({ model, contents });
    assert.equal(reply.promptFeedback.blockReason, 'PROHIBITED_CONTENT');
    assert.equal(reply.candidates, undefined);
  },

  async truncated_answer(at) {
    await at.fault({ provider: 'gemini', kind: 'truncated' });
    const config = { responseMimeType: 'application/json', responseJsonSchema: schema };
    const reply = await client(at).models.generateContent({ model, contents, config });
    assert.equal(reply.candidates[0].finishReason, 'MAX_TOKENS');
    assert.throws(() => JSON.parse(reply.text));
  },

  async no_picture(at) {
    await at.fault({ provider: 'gemini', kind: 'no_image' });
    const reply = await client(at).models.generateContent({ model: 'gemini-3-pro-image', contents, config: { responseModalities: ['IMAGE'] } });
    assert.equal(reply.candidates[0].finishReason, 'NO_IMAGE');
    assert.equal(reply.candidates[0].content, undefined);
  },
};
