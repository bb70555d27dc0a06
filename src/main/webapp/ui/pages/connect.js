import { all, api, badge, copyLine, head, html, may, note, printValues, shortAttribute, table, time } from '../kit.js';
import { guide, IDPS } from './connect-guides.js';
import { neededAttributes } from './criteria.js';
import { liveTokens, scimBase } from './provisioning-summary.js';
import { newToken } from './token-dialog.js';

const POLL = 5000;

/** @type {MakePage} */
export function connect(ctx) {
	const { base } = ctx;
	const idp = ctx.params.idp in IDPS ? ctx.params.idp : 'other';
	const tenant = ctx.load(() => api.get(base));
	const tokens = ctx.load(() => all(base + '/tokens', 200));
	const mappings = ctx.load(() => all(base + '/mappings'));
	// The check turns green by itself when the first call arrives; a page in the background does not ask.
	const poll = setInterval(() => document.visibilityState === 'visible' && !called(tokens.value) && tokens.load(), POLL);
	const generate = async () => {
		await newToken(ctx.tenant, liveTokens(tokens.value ?? []));
		tokens.load();
	};
	return {
		title: `Connect ${IDPS[idp]}`,
		close: () => clearInterval(poll),
		view: () => html`
			${head(`Connect ${IDPS[idp]}`, { crumb: { href: ctx.link('provisioning'), label: 'User Provisioning' }, hint: 'The steps at the identity provider, with the values of this account.',
				actions: Object.entries(IDPS).filter(([key]) => key !== idp).map(([key, name]) => html`<a class="button" href=${ctx.link(`connect/${key}`)}>${name.charAt(0).toUpperCase() + name.slice(1)}</a>`) })}
			<section class="card pad" role="status">${tokens.show((list) => arrival(list))}</section>
			<div class="columns wide-left">
				<section class="card pad"><ol class="number-list">${guide(idp, {
					url: copyLine(scimBase(tenant.value), 'SCIM base URL'),
					token: tokens.show((list) => tokenLine(liveTokens(list), generate), { quiet: true }),
				}).map(([title, text]) => html`<li><div><h2>${title}</h2>${text}</div></li>`)}</ol></section>
				<section class="card"><div class="section-head"><div><h2>Attributes to send</h2>
					<p class="hint">Users whose attribute is missing fall through to the next mapping.</p></div></div>
					${mappings.show((list) => attributes(neededAttributes(list)))}</section>
			</div>`,
	};
}

const called = (tokens) => liveTokens(tokens ?? []).find((token) => token.lastUsedAt);

function arrival(tokens) {
	const token = called(tokens);
	return token
		? note('good', html`<b>Connected</b><p>The last call came ${time(token.lastUsedAt)}${token.lastUsedBy ? html` from ${token.lastUsedBy}` : ''}.</p>`)
		: note('information', html`<b>Waiting for the first call</b><p>This turns green by itself when the identity provider calls.</p>`);
}

const tokenLine = (live, generate) => html`<div class="row">${live.length
	? html`${badge('A token is there', 'good')}<code>${live[0].hint}…</code><span class="hint">Its secret was shown once. Lost it? Make a new one.</span>`
	: badge('No token yet', 'warning')}
	${may.choose() ? html`<button class=${live.length ? '' : 'primary'} @click=${generate}>${live.length ? 'New Token' : 'Generate Token'}</button>` : ''}</div>`;

const attributes = (needed) => table('Attributes that the mappings need', [
	{ label: 'Attribute', bare: true, cell: (one) => html`<code title=${one.attribute}>${shortAttribute(one.attribute)}</code>` },
	{ label: 'For', bare: true, cell: (one) => html`<span class="hint">${one.mappings.length ? `${one.mappings.join(', ')}: ${printValues(one.values)}` : one.why}</span>` },
], [{ attribute: 'userName', mappings: [], values: [], why: 'Required, unique' }, { attribute: 'externalId', mappings: [], values: [], why: 'Recognises a person who comes back' },
	{ attribute: 'active', mappings: [], values: [], why: 'Deactivating a user' }, ...needed]);
