import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settled } from './browser/browser.js';

const { once } = await import('../../main/webapp/ui/components/button.js');

test('the second click of a double click does nothing, though the first is done', async () => {
  const element = {};
  let runs = 0;
  const act = async () => runs++;

  await once({ currentTarget: element, detail: 1 }, act);
  await once({ currentTarget: element, detail: 2 }, act);

  assert.equal(runs, 1);
});

test('the keyboard, which counts no clicks, acts each time', async () => {
  const element = {};
  let runs = 0;
  const act = async () => runs++;

  await once({ currentTarget: element, detail: 0 }, act);
  await once({ currentTarget: element, detail: 0 }, act);

  assert.equal(runs, 2);
});

test('while an act runs another click does nothing', async () => {
  const element = {};
  let runs = 0;
  const act = () => {
    runs++;
    return settled();
  };

  await Promise.all([once({ currentTarget: element, detail: 1 }, act), once({ currentTarget: element, detail: 1 }, act)]);

  assert.equal(runs, 1);
});
