import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flat } from '../../main/webapp/ui/components/resource.js';

test('a SCIM user is shown as pairs of path and text', () => {
  const pairs = flat({
    schemas: ['urn:x'],
    userName: 'alice',
    name: { givenName: 'Alice' },
    emails: [{ value: 'a@example.com', type: 'work', primary: true }, { value: 'b@example.com' }],
    roles: ['one', 'two'],
    addresses: [{ type: 'home', locality: 'Bonn' }],
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'R&D', manager: { value: '7', displayName: 'Max' } },
    nickName: null,
  });
  assert.deepEqual(pairs, [
    ['userName', 'alice'],
    ['name.givenName', 'Alice'],
    ['emails (work)', 'a@example.com'],
    ['emails', 'b@example.com'],
    ['roles', 'one'],
    ['roles', 'two'],
    ['addresses (home).locality', 'Bonn'],
    ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', 'R&D'],
    ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value', '7'],
    ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.displayName', 'Max'],
  ]);
});
