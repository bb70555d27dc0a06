import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answers, settled } from './browser/browser.js';

const { listing } = await import('../../main/webapp/ui/components/listing.js');

const page = (...names) => ({ json: { items: names.map((name) => ({ name })) } });

/** A promise, and how it is kept. */
function later() {
  let keep;
  const answer = new Promise((resolve) => (keep = resolve));
  return { answer, keep };
}

function opened() {
  let cleared = 0;
  const list = listing({ query: new URLSearchParams(), update: () => undefined }, '/things', {
    label: 'Things', what: 'thing', columns: [], none: { title: 'None', text: '' }, read: () => cleared++,
  });
  return { list, cleared: () => cleared };
}

test('what was chosen is dropped when the new list arrives, not when it is asked for', async () => {
  answers.set('GET /things', page('old'));
  const { list, cleared } = opened();
  await settled();
  const { answer, keep } = later();
  answers.set('GET /things', answer);

  const reload = list.reload();
  await settled();
  const before = cleared();
  keep(page('new'));
  await reload;

  assert.equal(before, 1);
  assert.equal(cleared(), 2);
});

test('an answer that comes too late drops nothing of the list that is shown', async () => {
  answers.set('GET /things', page('old'));
  const { list, cleared } = opened();
  await settled();
  const { answer, keep } = later();
  answers.set('GET /things', answer);
  const late = list.reload();
  await settled();
  answers.set('GET /things', page('new'));
  await list.reload();
  const before = cleared();

  keep(page('late'));
  await late;

  assert.equal(cleared(), before);
});

test('it is dropped too when the new list fails: the old one is not shown any more', async () => {
  answers.set('GET /things', page('old'));
  const { list, cleared } = opened();
  await settled();
  answers.set('GET /things', { status: 500, json: {} });

  await list.reload();

  assert.equal(cleared(), 2);
});

test('the whole list is nothing when another one was asked for meanwhile', async () => {
  answers.set('GET /things', page('old'));
  const { list } = opened();
  await settled();
  const { answer, keep } = later();
  answers.set('GET /things', () => answer);

  const whole = list.whole(1000);
  answers.set('GET /things', page('new'));
  await list.reload();
  keep(page('old', 'older'));

  assert.deepEqual(await whole, []);
});

test('the whole list is all of it when nothing changed meanwhile', async () => {
  answers.set('GET /things', page('one', 'two'));
  const { list } = opened();
  await settled();

  assert.deepEqual(await list.whole(1000), [{ name: 'one' }, { name: 'two' }]);
});
