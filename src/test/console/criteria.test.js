import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neededAttributes, openEnded, shadowing } from '../../main/webapp/ui/pages/criteria.js';

const all = { id: '0', name: 'Everybody', criteria: { type: 'ALL_USERS' } };
const by = (name, attribute, ...values) => ({ id: name, name, criteria: { type: 'ATTRIBUTE', attribute, values } });

test('nothing is reached behind a mapping for all users', () => {
  assert.equal(shadowing([all, by('Sales', 'department', 'Sales')], 1), '“Everybody” takes all users');
});

test('a mapping is not reached when those before it take all its values', () => {
  const order = [by('One', 'department', 'A'), by('Two', 'Department', 'B'), by('Three', 'DEPARTMENT', 'A', 'B'), by('Four', 'department', 'a')];
  assert.equal(shadowing(order, 2), '“One” and others take all its values');
  assert.equal(shadowing(order, 3), '');
});

test('another attribute takes nothing away', () => {
  assert.equal(shadowing([by('One', 'title', 'A'), by('Two', 'department', 'A')], 1), '');
});

test('an order without a mapping for all users lets some be refused', () => {
  assert.equal(openEnded([by('One', 'title', 'A')]), true);
  assert.equal(openEnded([by('One', 'title', 'A'), all]), false);
});

test('each attribute is asked of the identity provider once', () => {
  const needed = neededAttributes([by('One', 'department', 'A', 'B'), by('Two', 'Department', 'B', 'C'), all]);
  assert.deepEqual(needed, [{ attribute: 'department', values: ['A', 'B', 'C'], mappings: ['One', 'Two'] }]);
});
