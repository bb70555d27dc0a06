import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answers, asked, dialog, settled, submit } from './browser/browser.js';

const { remote } = await import('../../main/webapp/ui/components/view.js');
const { session } = await import('../../main/webapp/ui/session.js');
const { opened } = await import('../../main/webapp/ui/api.js');
session.role = 'platform_administrator';

const base = '/tenants/acme';
const context = () => ({
  tenant: 'acme', base, params: { idp: 'okta' }, query: new URLSearchParams(), update: () => undefined, go: () => undefined,
  link: (to) => `/ui/t/acme/${to}`, load: (read) => remote(() => undefined, read),
});
const items = (...list) => ({ json: { items: list } });

function account(more = {}) {
  answers.set(`GET ${base}`, { etag: '"1"', json: { name: 'acme', displayName: 'Acme', userManagement: 'SCIM', provisioningApi: true, reclassify: 'suggest',
    licence: { seats: null, used: 0, preserved: 0, preservedLimit: null }, ...more } });
  for (const list of ['tokens', 'profiles', 'storage-regions', 'mappings', 'suggestions', 'deactivations']) answers.set(`GET ${base}/${list}`, items());
  answers.set(`GET ${base}/activity`, { json: { days: [], refusals: [] } });
  answers.set(`GET ${base}/mail-settings`, { json: { leaves: true, counts: { waiting: 0, dead: 0 }, noticeAddresses: [] } });
  answers.set(`GET ${base}/overview`, { json: { byProfile: [], byRegion: [], active: 0, preserved: 0 } });
}

async function drawn(module, maker = module) {
  const make = (await import(`../../main/webapp/ui/pages/${module}.js`))[maker];
  const made = make(context());
  await settled();
  made.close?.();
  return String(made.view());
}

test('the address for the identity provider is the one that the server tells', async () => {
  account({ scimBaseUrl: 'https://usher.example/scim/v2' });
  assert.match((await drawn('connect')).replaceAll('<wbr>', ''), /https:\/\/usher\.example\/scim\/v2/);
  assert.match((await drawn('provisioning')).replaceAll('<wbr>', ''), /https:\/\/usher\.example\/scim\/v2/);
});

test('where the server tells none, it is the address of the page', async () => {
  account();
  assert.match((await drawn('connect')).replaceAll('<wbr>', ''), /https:\/\/inside\.example\/scim\/v2/);
});

test('leaving the page asks while a secret is shown', async () => {
  const { openSecret } = await import('../../main/webapp/ui/components/dialog.js');
  const left = () => {
    const event = new Event('beforeunload', { cancelable: true });
    dispatchEvent(event);
    return !event.defaultPrevented;
  };
  assert.equal(left(), true);
  openSecret({ what: 'Token', secret: 'ush_x', rest: '' });
  assert.equal(left(), false);
});

test('it stands beside a new token too', async () => {
  account({ scimBaseUrl: 'https://usher.example/scim/v2' });
  answers.set(`POST ${base}/tokens`, { json: { secret: 'ush_x', expiresAt: '2027-01-01T00:00:00Z' } });
  const { newToken } = await import('../../main/webapp/ui/pages/token-dialog.js');
  newToken(context(), { value: [], load: () => undefined });
  await settled();

  await submit({ name: 'Okta' });
  await settled();

  assert.match(dialog().replaceAll('<wbr>', ''), /https:\/\/usher\.example\/scim\/v2/);
});

test('the dashboard does not say a number of moves that is only its page', async () => {
  account();
  answers.set(`GET ${base}/suggestions`, { json: { items: Array(100).fill({}), next: 'c' } });
  assert.match(await drawn('dashboard'), /More than 100 moves are suggested/);

  answers.set(`GET ${base}/suggestions`, items({}));
  assert.match(await drawn('dashboard'), />?\s*1 move is suggested/);
});

test('the dashboard finds an open wave behind the first page of waves', async () => {
  account();
  answers.set(`GET ${base}/deactivations?limit=200`, { json: { items: Array(200).fill({ state: 'CONFIRMED', users: 1 }), next: 'c' } });
  answers.set(`GET ${base}/deactivations?limit=200&cursor=c`, items({ state: 'OPEN', users: 7 }));
  assert.match(await drawn('dashboard'), /7 deactivated users wait/);
});

test('the policy is shown, and changed in a form only', async () => {
  account();
  const text = await drawn('settings');
  assert.match(text, /<b>Suggest<\/b>/);
  assert.match(text, /Change the policy/);
  assert.doesNotMatch(text, /type="radio"/);
});

test('acts are filtered by their families, as the server takes them', async () => {
  answers.set(`GET ${base}/audit-events`, items());
  const text = await drawn('audit');
  assert.match(text, /<option value=mapping\. /);
  assert.match(text, /The whole name/);
});

test('a form is about what stands there now, and saves over nothing newer', async () => {
  answers.set('GET /things/7', { etag: '"4"', json: { name: 'Now' } });
  answers.set('PATCH /things/7', { json: { name: 'Then' } });

  const { known, save } = await opened('/things', { id: '7', name: 'As listed' });
  await save({ name: 'Then' });

  assert.equal(known.name, 'Now');
  assert.equal(asked.at(-1).method, 'PATCH');
  assert.equal(asked.at(-1).headers['If-Match'], '"4"');
});

test('a form for a new one asks nothing before', async () => {
  answers.set('POST /things', { json: { id: '8' } });
  const before = asked.length;

  const { known, save } = await opened('/things', undefined);
  await save({ name: 'New' });

  assert.equal(known, undefined);
  assert.deepEqual(asked.slice(before).map(({ method, path }) => `${method} ${path}`), ['POST /things']);
});

const token = { id: '1', hint: 'ush_a', createdAt: '2026-01-01T00:00:00Z', expiresAt: '2026-04-01T00:00:00Z', daysLeft: 80, state: 'VALID' };

test('while the provisioning API is off, nothing claims to be active or connected', async () => {
  account({ provisioningApi: false });
  answers.set(`GET ${base}/tokens`, items({ ...token, state: 'API_OFF', lastUsedAt: '2026-01-02T00:00:00Z' }));
  for (const page of ['dashboard', 'connect', 'provisioning']) {
    const text = await drawn(page);
    assert.match(text, /API off/);
    assert.doesNotMatch(text, /<b>Connected|good[^>]*>Active</);
  }
});

test('the last call is that of any token, and a token lives as long as it says', async () => {
  account();
  answers.set(`GET ${base}/tokens`, items(token, { ...token, id: '0', state: 'OVERLAPPING', endsAt: '2026-02-01T00:00:00Z', lastUsedAt: '2026-01-02T00:00:00Z', lastUsedBy: 'Okta' }));
  assert.match(await drawn('dashboard'), /Okta/);
  const text = await drawn('provisioning');
  assert.match(text, /Days left of 90/);
  assert.match(text, /Okta/);
});

test('a token that ends early shows that end', async () => {
  account();
  answers.set(`GET ${base}/tokens`, items({ ...token, state: 'OVERLAPPING', endsAt: '2026-02-01T12:00:00Z' }));
  assert.match(await drawn('provisioning'), /expires 1 February 2026/);
});

test('mappings are shown where users are managed by hand, since they decide there too', async () => {
  account({ userManagement: 'MANUAL' });
  assert.match(await drawn('provisioning'), /SCIM mappings/);
});

test('a wave is dated by its last deactivation, and a decided one counts nobody', async () => {
  account();
  answers.set(`GET ${base}/provisioning-events`, items());
  answers.set(`GET ${base}/deactivations`, items({ id: 'w', state: 'CONFIRMED', began: '2026-01-01T00:00:00Z', last: '2026-01-01T01:00:00Z', users: 0, decidedBy: 'ada' }));
  const text = await drawn('decisions');
  assert.match(text, /datetime=2026-01-01T01:00:00Z/);
  assert.doesNotMatch(text, /data-label=Users: >0</);
});

test('a move that a rule stood against is no move', async () => {
  const { kindText } = await import('../../main/webapp/ui/pages/journal.js');
  assert.equal(kindText({ kind: 'USER_MOVED', outcome: 'CONFLICT' }), 'User not moved');
  assert.equal(kindText({ kind: 'USER_PATCHED', outcome: 'CONFLICT' }), 'User changed');
});

test('typing that its page did not outlive changes no address', async () => {
  const { filters } = await import('../../main/webapp/ui/components/filters.js');
  let changed = 0;
  const filter = filters(new URLSearchParams(), ['query'], () => changed++);
  location.pathname = '/ui/elsewhere';
  filter.clear();
  location.pathname = '/ui/';
  assert.equal(changed, 0);
  filter.clear();
  assert.equal(changed, 1);
});
