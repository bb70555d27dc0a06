import {
	all, api, badge, breakable, button, col, copyLine, head, hint, html, isolated, may, note, polled, printValues, shortAttribute, table,
	time, titledCard, words,
} from '../kit.js';
import { guide, IDPS } from './connect-guides.js';
import { neededAttributes } from './criteria.js';
import { lastUsed, liveTokens, scimBase } from './provisioning-summary.js';
import { newToken } from './token-dialog.js';

const POLL = 5000;

/** @type {MakePage} */
export function connect(ctx) {
	const { base } = ctx;
	const idp = ctx.params.idp in IDPS ? ctx.params.idp : 'other';
	const tenant = ctx.load(() => api.get(base));
	const tokens = ctx.load(() => all(base + '/tokens', 200));
	const mappings = ctx.load(() => all(base + '/mappings'));
	const close = polled(POLL, () => tokens.value && !called(tokens.value), async () => {
		tokens.value = (await api.poll(base + '/tokens', { limit: 200 })).items;
		ctx.update();
	});
	const generate = () => newToken(ctx, tokens);
	return {
		title: `Connect ${IDPS[idp]}`,
		close,
		view: () => html`
			${head(`Connect ${IDPS[idp]}`, { crumb: { href: ctx.link('provisioning'), label: 'User Provisioning' }, hint: 'The steps there, with the values of this account.',
				actions: Object.entries(IDPS).filter(([key]) => key !== idp).map(([key, name]) => html`<a class="button" href=${ctx.link(`connect/${key}`)}>${words(name, true)}</a>`) })}
			<section class="card pad" role="status">${tokens.show((list) => arrival(list))}</section>
			<div class="columns wide-left">
				<section class="card pad"><ol class="number-list">${guide(idp, {
					url: tenant.show((known) => copyLine(scimBase(known), 'SCIM base URL'), { quiet: true }),
					token: tokens.show((list) => tokenLine(liveTokens(list), generate), { quiet: true }),
				}).map(([title, text]) => html`<li><div><h2>${title}</h2>${text}</div></li>`)}</ol></section>
				${titledCard('Attributes to send', mappings.show((list) => attributes(neededAttributes(list))), '',
					'Users whose attribute is missing fall through to the next mapping.')}
			</div>`,
	};
}

const called = (tokens) => lastUsed(liveTokens(tokens));

function arrival(tokens) {
	const token = called(tokens);
	if (liveTokens(tokens)[0]?.state === 'API_OFF') return note('bad', html`<p>API off: every call is refused.</p>`);
	return token
		? note('good', html`<b>Connected</b><p>The last call came ${time(token.lastUsedAt)}${token.lastUsedBy ? html` from ${token.lastUsedBy}` : ''}.</p>`)
		: note('information', html`<b>Waiting for the first call</b><p>This turns green by itself when the identity provider calls.</p>`);
}

const tokenLine = (live, generate) => html`<div class="row">${live.length
	? html`${badge('A token is there', 'good')}<code>${live[0].hint}…</code><span class="hint">Its secret was shown once. Lost it? Make a new one.</span>`
	: badge('No token yet', 'warning')}
	${may.choose() ? button(live.length ? 'New Token' : 'Generate Token', generate, live.length ? '' : 'primary') : ''}</div>`;

const attributes = (needed) => table('Attributes that the mappings need', [
	col('Attribute', (one) => html`<code title=${one.attribute}>${breakable(shortAttribute(one.attribute))}</code>`, 'bare'),
	col('For', (one) => hint(one.why ?? `${one.mappings.map(isolated).join(', ')}: ${printValues(one.values)}`), 'bare'),
], [{ attribute: 'userName', why: 'Required, unique' }, { attribute: 'externalId', why: 'Recognises a person who comes back' },
	{ attribute: 'active', why: 'Deactivating a user' }, ...needed]);
