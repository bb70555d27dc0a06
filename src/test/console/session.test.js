import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { answers, asked, dialog, elsewhere, page, settled, submit } from './browser/browser.js';

const { gates } = await import('../../main/webapp/ui/api.js');

const { session, SIGNED_IN, signedIn, whoAmI } = await import('../../main/webapp/ui/session.js');

const is = (name) => answers.set('GET /session', { json: { name, role: 'administrator', tenant: null } });

signedIn();
is('ada');
await whoAmI();

beforeEach(() => {
  is('ada');
  page.reloads = 0;
  session.ended = false;
});

test('a window begins anew when somebody else signs in in another one', async () => {
  is('bob');

  elsewhere(SIGNED_IN, '2');
  await settled();

  assert.equal(page.reloads, 1);
});

test('a window goes on when the same one signs in again in another one', async () => {
  session.ended = true;

  elsewhere(SIGNED_IN, '3');
  await settled();

  assert.equal(page.reloads, 0);
  assert.equal(session.ended, false);
});

test('a window says that its session has ended when another one signs out', async () => {
  elsewhere(SIGNED_IN, null);
  await settled();

  assert.equal(session.ended, true);
});

test('what else the windows keep in common changes nothing', async () => {
  const before = asked.length;

  elsewhere('usher.theme', 'dark');
  await settled();

  assert.equal(asked.length, before);
});

const wrong = (status) => ({ status, json: { title: 'Not signed in', code: 'wrong-password', detail: 'Name and password do not belong together.' } });

test('the password is proof enough where the session has ended meanwhile', async () => {
  answers.set('POST /session/proof', { status: 401, json: { code: 'unauthorized', detail: 'The session has ended.' } });
  answers.set('POST /session', { json: { name: 'ada' } });
  const proved = gates.prove();
  const before = asked.length;

  await submit({ password: 'right' });

  assert.equal(await proved, true);
  assert.deepEqual(asked.slice(before).map(({ path, body }) => [path, body]), [
    ['/session/proof', { password: 'right' }], ['/session', { name: 'ada', password: 'right' }]]);
  assert.equal(dialog(), undefined);
});

test('only what the server calls a wrong password is called one', async () => {
  answers.set('POST /session/proof', { status: 403, json: { title: 'Not allowed', code: 'cross-site', detail: 'Sign in from the console.' } });
  const proved = gates.prove();
  await submit({ password: 'right' });
  await settled();
  assert.match(dialog(), /Sign in from the console/);

  answers.set('POST /session/proof', wrong(403));
  await submit({ password: 'wrong' });
  await settled();
  assert.match(dialog(), /The password is wrong/);

  answers.set('POST /session/proof', { status: 204 });
  await submit({ password: 'right' });
  assert.equal(await proved, true);
});

test('who signs in again in another window is not asked here any more', async () => {
  const again = gates.signIn();

  elsewhere(SIGNED_IN, '4');

  assert.equal(await again, true);
  assert.equal(dialog(), undefined);
  assert.equal(session.ended, false);
});
