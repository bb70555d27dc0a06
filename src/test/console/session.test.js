import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { answers, asked, elsewhere, page, settled } from './browser/browser.js';

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
