import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const connect = async ({ sandbox }, token) => {
  const client = new Client({ name: 'contract', version: '1.0.0' });
  const requestInit = { headers: { Authorization: `Bearer ${token}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL(`${sandbox}/rube/mcp`), { requestInit }));
  return client;
};

const executing = (tool_slug, args) => ({
  name: 'RUBE_MULTI_EXECUTE_TOOL',
  arguments: { tools: [{ tool_slug, arguments: args }], sync_response_to_workbench: false, memory: {} },
});

const run = async (client, slug, args) => {
  const outer = JSON.parse((await client.callTool(executing(slug, args))).content[0].text);
  return outer.data.results[0].response;
};

const container = async (client, at, picture) => {
  const ig_user_id = (await run(client, 'INSTAGRAM_GET_USER_INFO', { ig_user_id: 'me' })).data.id;
  const image_url = `${at.pictures}/${picture}`;
  return { ig_user_id, reply: await run(client, 'INSTAGRAM_CREATE_MEDIA_CONTAINER', { ig_user_id, image_url, caption: 'Olá' }) };
};

export default {
  async tools(at) {
    const client = await connect(at, 'rube_sdk_tools');
    const { tools } = await client.listTools();
    assert.deepEqual(tools.map((tool) => tool.name).sort(), [
      'RUBE_GET_TOOL_SCHEMAS', 'RUBE_MANAGE_CONNECTIONS', 'RUBE_MULTI_EXECUTE_TOOL', 'RUBE_SEARCH_TOOLS',
    ]);
  },

  async search(at) {
    const client = await connect(at, 'rube_sdk_search');
    const args = { queries: [{ use_case: 'list the published media' }], session: { generate_id: true } };
    const found = JSON.parse((await client.callTool({ name: 'RUBE_SEARCH_TOOLS', arguments: args })).content[0].text);
    assert.ok(found.data.results[0].primary_tool_slugs.includes('INSTAGRAM_GET_IG_USER_MEDIA'));
    const schema = found.data.tool_schemas.INSTAGRAM_GET_IG_USER_MEDIA.input_schema;
    assert.deepEqual(schema.required, ['ig_user_id']);
  },

  async photo(at) {
    const client = await connect(at, 'rube_sdk_photo');
    const { ig_user_id, reply } = await container(client, at, 'square.jpg');
    const creation_id = reply.data.id;
    for (let status = ''; status !== 'FINISHED'; ) {
      status = (await run(client, 'INSTAGRAM_GET_POST_STATUS', { creation_id })).data.status_code;
      assert.ok(['IN_PROGRESS', 'FINISHED'].includes(status));
    }
    const published = await run(client, 'INSTAGRAM_POST_IG_USER_MEDIA_PUBLISH', { ig_user_id, creation_id, max_wait_seconds: 30 });
    const media = await run(client, 'INSTAGRAM_GET_IG_MEDIA', { ig_media_id: published.data.id });
    assert.match(media.data.permalink, /^https:\/\/www\.instagram\.com\/p\//);
    assert.equal((await run(client, 'INSTAGRAM_GET_POST_STATUS', { creation_id })).data.status_code, 'PUBLISHED');
    const quota = await run(client, 'INSTAGRAM_GET_IG_USER_CONTENT_PUBLISHING_LIMIT', { ig_user_id, fields: 'quota_usage,config' });
    assert.deepEqual(quota.data.data[0], { quota_usage: 1, config: { quota_total: 50, quota_duration: 86400 } });
  },

  async rejected_media(at) {
    const client = await connect(at, 'rube_sdk_rejected');
    const { reply } = await container(client, at, 'square.png');
    assert.equal(reply.successful, false);
    assert.equal(JSON.parse(reply.error).error.error_subcode, 2207005);
  },

  async wrong_arguments(at) {
    const client = await connect(at, 'rube_sdk_arguments');
    const call = executing('INSTAGRAM_GET_USER_INFO', {});
    delete call.arguments.memory;
    await assert.rejects(client.callTool(call), { code: -32602 });
    await assert.rejects(client.callTool({ name: 'INSTAGRAM_GET_USER_INFO', arguments: {} }), { code: -32602 });
    assert.match((await run(client, 'INSTAGRAM_GET_POST_STATUS', {})).error, /creation_id/);
  },

  async bad_token(at) {
    await assert.rejects(connect(at, 'garbage'));
  },

  async rate_limit(at) {
    const client = await connect(at, 'rube_sdk_limit');
    await at.fault({ provider: 'rube', account: 'sdk_limit', kind: 'status', status: 429, retryAfterSeconds: 3 });
    await assert.rejects(client.callTool(executing('INSTAGRAM_GET_USER_INFO', {})), /429|Too many/);
  },

  async session_of_its_own(at) {
    // A lone tools/call, without initialize, is what a small client sends.
    const headers = { Authorization: 'Bearer rube_sdk_lone', 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' };
    const params = executing('INSTAGRAM_GET_USER_INFO', { ig_user_id: 'me' });
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params });
    const text = await (await fetch(`${at.sandbox}/rube/mcp`, { method: 'POST', headers, body })).text();
    const message = JSON.parse(text.split('\n').find((line) => line.startsWith('data: ')).slice(6));
    assert.equal(JSON.parse(message.result.content[0].text).data.results[0].response.data.username, 'sdk_lone');
  },
};
