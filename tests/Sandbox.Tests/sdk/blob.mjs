import assert from 'node:assert/strict';

const use = async (at, name = '@vercel/blob') => {
  process.env.VERCEL_BLOB_API_URL = `${at.sandbox}/blob`;
  process.env.VERCEL_BLOB_RETRIES = '0';
  return import(name);
};

const store = (name, secret = 'secret') => ({ token: `vercel_blob_rw_${name}_${secret}` });
const options = (name, more = {}) => ({ access: 'public', ...store(name), ...more });
const failed = (call, type) => assert.rejects(call, (error) => error.constructor.name === type || assert.fail(`${error.constructor.name}: ${error.message}`));

export default {
  async put_head_and_delete(at) {
    const { put, head, del } = await use(at);
    const blob = await put('org_a/one two.jpg', Buffer.from('hello'), options('PutStore'));
    assert.equal(blob.pathname, 'org_a/one two.jpg');
    assert.equal(blob.contentType, 'image/jpeg');
    const got = await fetch(blob.url);
    assert.deepEqual([got.status, got.headers.get('content-type'), await got.text()], [200, 'image/jpeg', 'hello']);
    assert.match((await fetch(blob.downloadUrl)).headers.get('content-disposition'), /^attachment/);
    const facts = await head(blob.url, store('PutStore'));
    assert.equal(facts.size, 5);
    assert.ok(Math.abs(facts.uploadedAt - Date.now()) < 60_000);
    assert.equal((await head(blob.pathname, store('PutStore'))).url, blob.url);
    await del([blob.url, 'not/there'], store('PutStore'));
    await failed(head(blob.url, store('PutStore')), 'BlobNotFoundError');
    assert.equal((await fetch(blob.url)).status, 404);
  },

  async list_in_pages_and_folders(at) {
    const { put, list } = await use(at);
    for (const name of ['a/1.txt', 'a/2.txt', 'b/3.txt', '4.txt']) await put(name, name, options('ListStore'));
    const first = await list({ ...store('ListStore'), limit: 3 });
    assert.deepEqual([first.blobs.length, first.hasMore], [3, true]);
    const second = await list({ ...store('ListStore'), cursor: first.cursor });
    assert.deepEqual([second.blobs.length, second.hasMore, second.cursor], [1, false, undefined]);
    assert.deepEqual((await list({ ...store('ListStore'), prefix: 'a/' })).blobs.map((one) => [one.pathname, one.size]), [['a/1.txt', 7], ['a/2.txt', 7]]);
    const folded = await list({ ...store('ListStore'), mode: 'folded' });
    assert.deepEqual([folded.folders, folded.blobs.map((one) => one.pathname)], [['a/', 'b/'], ['4.txt']]);
  },

  async copy(at) {
    const { put, copy, head } = await use(at);
    const { url } = await put('from.txt', 'x', options('CopyStore'));
    const copied = await copy(url, 'to.txt', options('CopyStore'));
    assert.equal((await head(copied.url, store('CopyStore'))).size, 1);
  },

  async parts(at) {
    const { put, head } = await use(at);
    const large = Buffer.alloc(20 * 1024 * 1024, 7);
    const blob = await put('large video.mp4', large, options('PartStore', { multipart: true }));
    assert.equal(blob.contentType, 'video/mp4');
    assert.equal((await head(blob.url, store('PartStore'))).size, large.length);
    const range = await fetch(blob.url, { headers: { range: `bytes=${large.length - 3}-` } });
    assert.deepEqual([range.status, [...new Uint8Array(await range.arrayBuffer())]], [206, [7, 7, 7]]);
  },

  async existing_name(at) {
    const { put } = await use(at);
    await put('same.txt', '1', options('SameStore'));
    await assert.rejects(put('same.txt', '2', options('SameStore')), /This blob already exists/);
    const { url } = await put('same.txt', '3', options('SameStore', { allowOverwrite: true }));
    assert.equal(await (await fetch(url)).text(), '3');
  },

  async random_suffix(at) {
    const { put } = await use(at);
    const { pathname } = await put('name.txt', '1', options('SuffixStore', { addRandomSuffix: true }));
    assert.match(pathname, /^name-\w{20,}\.txt$/);
  },

  async missing(at) {
    const { head } = await use(at);
    await failed(head('nobody.jpg', store('MissStore')), 'BlobNotFoundError');
  },

  async bad_token(at) {
    const { put } = await use(at);
    await failed(put('x.txt', 'x', { access: 'public', ...store('BadStore', 'bad') }), 'BlobAccessError');
  },

  async rate_limit(at) {
    const { put } = await use(at);
    await at.fault({ provider: 'blob', kind: 'status', status: 429, retryAfterSeconds: 7 });
    const error = await put('y.txt', 'y', options('BusyStore')).then(() => assert.fail('was taken'), (e) => e);
    assert.deepEqual([error.constructor.name, error.retryAfter], ['BlobServiceRateLimited', 7]);
  },

  async older_package(at) {
    const { put, head, list, del } = await use(at, 'vercel-blob-2.0');
    const blob = await put('old/one.png', Buffer.alloc(9), options('OldStore'));
    assert.equal((await head(blob.url, store('OldStore'))).size, 9);
    await del(blob.url, store('OldStore'));
    assert.equal((await list(store('OldStore'))).blobs.length, 0);
  },
};
