import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bytes, criteriaText, daysUntil, isolated, joinBytes, moved, niceCeiling, parseValues, plural, printValues, quoted, relative, shortAttribute, splitBytes, words,
} from '../../main/webapp/ui/components/format.js';

const NOW = Date.parse('2026-03-10T12:00:00Z');

test('values are split at commas and lose the blanks around them', () => {
  assert.deepEqual(parseValues(' Engineering ,  R&D,,Sales '), ['Engineering', 'R&D', 'Sales']);
});

test('a quoted value keeps its comma, its blanks and its doubled quotes', () => {
  assert.deepEqual(parseValues('"Sales, EMEA", " x ", "say ""yes"""'), ['Sales, EMEA', ' x ', 'say "yes"']);
});

test('a value is understood once however often it is typed', () => {
  assert.deepEqual(parseValues('a, b, a'), ['a', 'b']);
});

test('nothing typed is no value', () => {
  assert.deepEqual(parseValues('  , ,'), []);
  assert.deepEqual(parseValues(''), []);
});

test('an unclosed quote is read as what was typed, and reading ends', () => {
  assert.deepEqual(parseValues('"open, x'), ['"open', 'x']);
});

test('printed values are read back as they were', () => {
  for (const values of [['a', 'b c'], ['x, y', 'z'], ['say "yes"'], [' blank '], ['-']]) {
    assert.deepEqual(parseValues(printValues(values)), values);
  }
});

test('a long attribute is shown by its last name', () => {
  assert.equal(shortAttribute('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department'), 'department');
  assert.equal(shortAttribute('URN:x:y:teams[type eq "a:b"].value'), 'teams[type eq "a:b"].value');
  assert.equal(shortAttribute('emails[type eq "work"].value'), 'emails[type eq "work"].value');
});

test('criteria are said in a few words', () => {
  assert.equal(criteriaText({ type: 'ALL_USERS' }), 'All Users');
  assert.equal(criteriaText({ type: 'ATTRIBUTE', attribute: 'title', values: ['VP', 'a, b'] }), 'title = VP, "a, b"');
  assert.equal(criteriaText(undefined), '–');
});

test('bytes are shown in the largest unit that fits', () => {
  assert.equal(bytes(5_368_709_120), '5 GB');
  assert.equal(bytes(1_649_267_441_664), '1.5 TB');
  assert.equal(bytes(null), 'Unlimited');
});

test('a quota survives the form', () => {
  for (const quota of [5_368_709_120, 1_572_864, 107_374_182_400, 1_099_511_627_776, 5_000_000_000, 1, null]) {
    const { amount, unit } = splitBytes(quota);
    assert.equal(joinBytes(amount, unit), quota);
  }
});

test('an amount that rounds to no byte is zero, which the server refuses, and not the profile’s quota', () => {
  assert.equal(joinBytes('0', 'GB'), 0);
  assert.equal(joinBytes('0.0000001', 'MB'), 0);
  assert.equal(joinBytes('-1', 'MB'), -1_048_576);
});

test('times are told from now', () => {
  assert.equal(relative('2026-03-10T11:58:00Z', NOW), '2 minutes ago');
  assert.equal(relative('2026-03-09T11:00:00Z', NOW), 'yesterday');
  assert.equal(relative('2026-03-10T11:59:58Z', NOW), 'just now');
  assert.equal(relative('2026-03-13T13:00:00Z', NOW), 'in 3 days');
});

test('a day that has begun counts', () => {
  assert.equal(daysUntil('2026-03-11T11:00:00Z', NOW), 1);
  assert.equal(daysUntil('2026-03-27T11:00:00Z', NOW), 17);
});

test('words, counts and charts', () => {
  assert.equal(words('mapping.order-changed'), 'Mapping order changed');
  assert.equal(words('NO_CHANGE'), 'No change');
  assert.equal(plural(1, 'user'), '1 user');
  assert.equal(plural(1200, 'user'), '1,200 users');
  assert.deepEqual([0, 3, 5, 9, 11, 401, 999].map(niceCeiling), [4, 4, 8, 10, 20, 800, 1000]);
});

test('a name that turns the direction of writing is isolated, any other is as it is', () => {
  assert.equal(isolated('\u202Egnp.exe'), '\u2068\u202Egnp.exe\u2069');
  assert.equal(isolated('عربي'), '\u2068عربي\u2069');
  assert.equal(isolated('Ada'), 'Ada');
  assert.equal(quoted('Ada'), '“Ada”');
});

test('an item is moved and the list before is left alone', () => {
  const list = ['a', 'b', 'c'];
  assert.deepEqual(moved(list, 2, 0), ['c', 'a', 'b']);
  assert.deepEqual(list, ['a', 'b', 'c']);
});
