import { html, nothing } from '../lib/lit-html.js';
import { breakable, muted } from './button.js';
import { criteriaText, exact, relative, words } from './format.js';
import { lock } from './icons.js';

export const badge = (text, tone = '', title = '') => html`<span class="chip ${tone}" title=${title || nothing}>${text}</span>`;

export const time = (at, never = 'Never') =>
	at ? html`<time datetime=${at} title=${exact(at)}>${relative(at, Date.now())}</time>` : muted(never);

export const profileName = (profile) =>
	profile ? html`${profile.name ?? profile.profileName ?? '–'} ${profile.dataLocked ? lock : ''}` : '–';

/** What a mapping asks for, the long URN on hover only. */
export const criteriaCode = (criteria) =>
	html`<code title=${criteria?.attribute ?? ''}>${breakable(criteriaText(criteria))}</code>`;

export function stateOfJob(state) {
	const tones = { DONE: 'good', CANCELLED: 'plain-chip', FAILED: 'bad' };
	return badge(words(state), tones[state] ?? '');
}

const OUTCOMES = {
	ACCEPTED: ['good', 'It was done'],
	NO_CHANGE: ['plain-chip', 'Nothing differed from what was there'],
	REFUSED: ['bad', 'It was answered with an error; nothing was stored'],
	CONFLICT: ['warning', 'A rule here stood against it; the answer told what holds'],
};

export const outcomeBadge = (outcome) => badge(words(outcome), ...(OUTCOMES[outcome] ?? []));

export function stateBadge(user) {
	if (user.state === 'ACTIVE') return badge('Active', 'good');
	const by = { IDP: 'by the IdP', ADMIN: 'by an administrator', POLICY: 'by policy', IDP_DELETE: 'deleted at the IdP' };
	const why = by[user.preservedBy];
	return badge(`Preserved${why ? ' ' + why : ''}`, 'warning', 'Access has ended, the data is kept');
}
