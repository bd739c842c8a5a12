import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GoogleGenAI } from '@google/genai';

const model = 'veo-3.1-generate-preview';
const prompt = 'bread for Padaria Lua, #112233 #FFEEDD';
const client = ({ sandbox }, apiKey = 'key') =>
  new GoogleGenAI({ apiKey, httpOptions: { baseUrl: `${sandbox}/gemini`, apiVersion: 'v1beta' } });

const done = async (ai, operation) => {
  for (let tries = 0; !operation.done && tries < 400; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    operation = await ai.operations.getVideosOperation({ operation });
  }
  assert.ok(operation.done);
  return operation;
};

const refused = async (call, status, words) => {
  const error = await call.then(() => assert.fail('was not refused'), (e) => e);
  assert.equal(error.status, status);
  assert.match(error.message, words);
};

export default {
  async clip(at) {
    const ai = client(at);
    const begun = await ai.models.generateVideos({ model, prompt, config: { aspectRatio: '9:16', durationSeconds: 4, numberOfVideos: 1 } });
    assert.match(begun.name, /^models\/veo-3\.1-generate-preview\/operations\//);
    const { response } = await done(ai, begun);
    const folder = await mkdtemp(join(tmpdir(), 'veo-'));
    try {
      const downloadPath = join(folder, 'clip.mp4');
      await ai.files.download({ file: response.generatedVideos[0].video, downloadPath });
      // The package does not wait until the file is whole.
      let mp4 = Buffer.alloc(0);
      for (let tries = 0; mp4.length < 1_000_000 && tries < 400; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 25));
        mp4 = await readFile(downloadPath).catch(() => Buffer.alloc(0));
      }
      assert.equal(mp4.toString('latin1', 4, 8), 'ftyp');
    } finally {
      await rm(folder, { recursive: true });
    }
  },

  async clip_of_a_picture(at) {
    const image = { imageBytes: Buffer.from('picture').toString('base64'), mimeType: 'image/png' };
    await done(client(at), await client(at).models.generateVideos({ model, prompt, image }));
  },

  async filtered(at) {
    await at.fault({ provider: 'veo', kind: 'blocked' });
    const { response } = await done(client(at), await client(at).models.generateVideos({ model, prompt }));
    assert.equal(response.raiMediaFilteredCount, 1);
    assert.equal(response.generatedVideos?.length ?? 0, 0);
  },

  async failed(at) {
    await at.fault({ provider: 'veo', kind: 'failed', code: 8 });
    const { error } = await done(client(at), await client(at).models.generateVideos({ model, prompt }));
    assert.equal(error.code, 8);
  },

  async retired_model(at) {
    await refused(client(at).models.generateVideos({ model: 'veo-3.0-generate-preview', prompt }), 404, /NOT_FOUND/);
  },

  async wrong_ratio(at) {
    await refused(client(at).models.generateVideos({ model, prompt, config: { aspectRatio: '1:1' } }), 400, /INVALID_ARGUMENT/);
  },

  async download_without_a_key(at) {
    const begun = await client(at).models.generateVideos({ model, prompt });
    const id = begun.name.split('/').at(-1);
    await done(client(at), begun);
    const open = (headers) => fetch(`${at.sandbox}/gemini/v1beta/files/${id}:download?alt=media`, { headers, redirect: 'manual' });
    assert.equal((await open({})).status, 400);
    assert.equal((await open({ 'x-goog-api-key': 'key' })).status, 302);
  },

  async voice(at) {
    const config = { responseModalities: ['AUDIO'], speechConfig: { voiceConfig: { prebuiltVoiceConfig: { voiceName: 'Kore' } } } };
    const ask = { model: 'gemini-2.5-flash-preview-tts', contents: 'A first batch at six, for the whole street.', config };
    const reply = await client(at).models.generateContent(ask);
    const { mimeType, data } = reply.candidates[0].content.parts[0].inlineData;
    assert.equal(mimeType, 'audio/L16;codec=pcm;rate=24000');
    assert.ok(Buffer.from(data, 'base64').length > 24_000);
    assert.equal(reply.usageMetadata.candidatesTokensDetails[0].modality, 'AUDIO');
  },
};
