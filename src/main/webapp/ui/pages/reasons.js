import { html, words } from '../kit.js';

/** Why the IdP did not get what it asked for: what happened, what to do about it, and where. */
const REASONS = {
	'no-mapping': ['matched no mapping', 'Add a mapping that matches them, or a last one for All Users.', 'provisioning'],
	'no-seat': ['found no free seat', 'Free a seat by preserving somebody, or ask for more seats.', 'settings'],
	'preserved-limit': ['found too many preserved users', 'Purge some, or ask for a higher limit.', 'users?state=PRESERVED'],
	uniqueness: ['had a name that is taken', 'Two people at the IdP have one name; rename one there.'],
	invalidValue: ['had an invalid value', 'The log names the attribute; correct it at the IdP.'],
	'preserved-by-administrator': ['an administrator preserves the user', 'The IdP wants the user back. Restore it here if that is right; else remove it there.'],
	'data-locked': ['the profile has a data lock', 'The data and the seat stay; a deactivation ends access. Nothing is to be done.'],
	'mass-deactivation': ['part of many deactivations at once', 'Seats and data wait until somebody confirms the deactivations or restores everybody.', 'decisions'],
	possibleReturn: ['may be somebody who was here before', 'If it is the same person: purge the new user, and restore the old one under the user name of the new one.'],
};

export const reasonText = (code) => REASONS[code ?? '']?.[0] ?? words(code ?? 'other').toLowerCase();

export function fix(ctx, code) {
	const [, text, to] = REASONS[code ?? ''] ?? ['', 'The log says which, and why.', 'journal?outcome=REFUSED'];
	return html`${text}${to ? html` <a href=${ctx.link(to)}>${LINKS[to.split('?')[0]]}</a>` : ''}`;
}

const LINKS = { provisioning: 'User Provisioning', settings: 'Licence', users: 'Preserved users', decisions: 'Decide', journal: 'Provisioning log' };
