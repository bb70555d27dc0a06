import { html } from '../lib/lit-html.js';
import { criteriaText, exact, relative, words } from './format.js';
import { lock } from './icons.js';

export const badge = (text, tone = '') => html`<span class="chip ${tone}">${text}</span>`;

/** How long ago or ahead; the exact time on hover. */
export const time = (at, never = 'Never') =>
	at ? html`<time datetime=${at} title=${exact(at)}>${relative(at, Date.now())}</time>` : html`<span class="muted">${never}</span>`;

/** @param {{ name?: string, profileName?: string, dataLocked?: boolean } | null | undefined} profile */
export const profileName = (profile) =>
	profile ? html`${profile.name ?? profile.profileName ?? '–'} ${profile.dataLocked ? lock : ''}` : '–';

/** What a mapping asks for, the long URN on hover only. */
export const criteriaCode = (criteria) =>
	html`<code title=${criteria?.attribute ?? ''}>${criteriaText(criteria)}</code>`;

export function stateOfJob(state) {
	const tones = { DONE: 'good', CANCELLED: 'plain-chip', FAILED: 'bad' };
	return badge(words(state), tones[state] ?? '');
}

export function outcomeBadge(outcome) {
	const tones = { ACCEPTED: 'good', NO_CHANGE: 'plain-chip', REFUSED: 'bad', CONFLICT: 'warning' };
	return badge(words(outcome), tones[outcome] ?? '');
}

/** @param {{ state?: string, preservedBy?: string | null }} user */
export function stateBadge(user) {
	if (user.state === 'ACTIVE') return badge('Active', 'good');
	const by = { IDP: 'by the IdP', ADMIN: 'by an administrator', POLICY: 'by policy', IDP_DELETE: 'deleted at the IdP' };
	const why = by[(user.preservedBy ?? '')];
	return badge(`Preserved${why ? ' ' + why : ''}`, 'warning');
}
