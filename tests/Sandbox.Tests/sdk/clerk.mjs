import assert from 'node:assert/strict';
import { createClerkClient, verifyToken } from '@clerk/backend';

const secretKey = 'sk_test_c2FuZGJveA';
const issue = async ({ sandbox }, ask = {}) =>
  (await fetch(`${sandbox}/clerk/_token`, { method: 'POST', body: JSON.stringify(ask) })).json();
const text = async (url) => (await fetch(url)).text();
const online = ({ sandbox }) => ({ secretKey, apiUrl: `${sandbox}/clerk`, skipJwksCache: true });
const client = async (at) =>
  createClerkClient({ ...online(at), publishableKey: await text(`${at.sandbox}/clerk/_publishable_key`) });
const rejected = (call, reason) =>
  call.then(() => assert.fail('was accepted'), (e) => assert.equal(e.reason, reason));

export default {
  async verified_by_jwks(at) {
    const { token, user, org } = await issue(at, { user: 'user_anna', org: 'org_flora', role: 'editor' });
    const claims = await verifyToken(token, { ...online(at), authorizedParties: ['http://localhost:5173'] });
    assert.equal(claims.sub, user);
    assert.equal(claims.iss, `${at.sandbox}/clerk`);
    assert.equal(claims.v, 2);
    assert.deepEqual(claims.o, { id: org, slg: 'flora', rol: 'editor' });
    assert.ok(claims.jti && claims.sid.startsWith('sess_') && claims.sts === 'active' && claims.fva.length === 2);
    assert.equal(claims.exp - claims.iat, 3600);
  },

  async verified_by_jwt_key(at) {
    const { token } = await issue(at, { org: null, lifetimeSeconds: 60 });
    const claims = await verifyToken(token, { jwtKey: await text(`${at.sandbox}/clerk/_jwt_key`) });
    assert.equal(claims.o, undefined);
    assert.equal(claims.exp - claims.iat, 60);
  },

  async signed_in_request(at) {
    const fea = 'o:posts,u:x,o:media';
    const { token } = await issue(at, { claims: { fea, o: { id: 'org_flora', slg: 'flora', rol: 'admin', per: 'read,publish', fpm: '3,1' } } });
    const request = new Request('http://localhost:5173/', { headers: { Authorization: `Bearer ${token}` } });
    const auth = (await (await client(at)).authenticateRequest(request)).toAuth();
    assert.deepEqual([auth.userId, auth.orgId, auth.orgRole], ['user_sandbox', 'org_flora', 'org:admin']);
    assert.deepEqual(auth.orgPermissions, ['org:posts:read', 'org:posts:publish', 'org:media:read']);
  },

  async version_1(at) {
    const { token } = await issue(at, { v: 1, org: 'org_flora' });
    const claims = await verifyToken(token, online(at));
    assert.deepEqual([claims.v, claims.org_id, claims.org_role], [undefined, 'org_flora', 'org:admin']);
  },

  async forgeries(at) {
    const key = { jwtKey: await text(`${at.sandbox}/clerk/_jwt_key`) };
    const verify = async (ask, options = key) => verifyToken((await issue(at, ask)).token, options);
    await rejected(verify({ lifetimeSeconds: -60 }), 'token-expired');
    await rejected(verify({ alg: 'foreign' }), 'token-invalid-signature');
    await rejected(verify({ alg: 'none' }), 'token-invalid-algorithm');
    await rejected(verify({ alg: 'HS256' }), 'token-invalid-algorithm');
    await rejected(verify({ kid: 'ins_unknown' }, online(at)), 'jwk-kid-mismatch');
    await rejected(verify({ azp: 'https://evil.example' }, { ...key, authorizedParties: ['http://localhost:5173'] }), 'token-invalid-authorized-parties');
  },

  async users(at) {
    await issue(at, { user: 'user_listed', org: 'org_list' });
    const clerk = await client(at);
    const list = await clerk.users.getUserList({ userId: ['user_listed'] });
    assert.equal(list.totalCount, 1);
    assert.equal(list.data[0].primaryEmailAddress.emailAddress, 'listed@example.com');
    assert.equal((await clerk.users.getUser('user_listed')).id, 'user_listed');
    const error = await clerk.users.getUser('user_nobody').then(() => assert.fail('was found'), (e) => e);
    assert.equal(error.status, 404);
    assert.equal(error.errors[0].code, 'resource_not_found');
  },

  async organizations(at) {
    await issue(at, { user: 'user_member', org: 'org_members', role: 'editor' });
    const clerk = await client(at);
    assert.equal((await clerk.organizations.getOrganization({ slug: 'members' })).id, 'org_members');
    const { data } = await clerk.organizations.getOrganizationMembershipList({ organizationId: 'org_members' });
    assert.deepEqual(data.map((one) => [one.publicUserData.userId, one.role]), [['user_member', 'org:editor']]);
    assert.equal((await clerk.users.getOrganizationMembershipList({ userId: 'user_member' })).data[0].organization.id, 'org_members');
  },

  async wrong_secret(at) {
    const clerk = createClerkClient({ ...online(at), secretKey: 'nonsense' });
    const error = await clerk.users.getCount().then(() => assert.fail('was accepted'), (e) => e);
    assert.equal(error.status, 401);
  },
};
